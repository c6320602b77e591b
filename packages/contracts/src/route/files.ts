// Files through the API: what comes up as multipart/form-data, what goes down as an attachment.

/** A body of one file in the form field `file`. */
export type Upload = Readonly<{ kind: 'upload'; maxBytes: number }>;

/** A file answer, with the media types it may have. */
export type FileOutput = Readonly<{ kind: 'file'; mediaTypes: readonly string[] }>;

/** Declares an upload of at most `maxBytes`. */
export const upload = (maxBytes: number): Upload => ({ kind: 'upload', maxBytes });

/** Declares a file answer. */
export const file = (...mediaTypes: string[]): FileOutput => ({ kind: 'file', mediaTypes });

const hasKind = (thing: unknown, kind: string): boolean =>
  typeof thing === 'object' && thing !== null && 'kind' in thing && thing.kind === kind;

/** Tells an upload from a schema. */
export const isUpload = (body: unknown): body is Upload => hasKind(body, 'upload');

/** Tells a file from a schema. */
export const isFile = (output: unknown): output is FileOutput => hasKind(output, 'file');
