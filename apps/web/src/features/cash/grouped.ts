// Grouped: an account's number as people read it.

/** IBANs are read in groups of four (ISO 13616); another number stays as it is. */
export const grouped = (identity: string): string =>
  /^[A-Z]{2}\d{2}/.test(identity) ? identity.replace(/(.{4})(?=.)/g, '$1 ') : identity;
