// Layout: what names a table file's set of headers, so that its columns are remembered.

/** The headers, joined: the same layout finds its mapping again. */
export const layoutOf = (headers: readonly string[]): string => headers.map((header) => header.trim()).join(' | ');
