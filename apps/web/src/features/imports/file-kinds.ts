// File kinds that are no import, told by their names before a single byte goes up.

const REFUSED: Readonly<Record<string, string>> = {
  pdf: 'pdf',
  doc: 'document',
  docx: 'document',
  odt: 'document',
  rtf: 'document',
  xls: 'oldExcel',
  xlsb: 'oldExcel',
  ods: 'openDocument',
  numbers: 'openDocument',
  rar: 'archive',
  '7z': 'archive',
  gz: 'archive',
  png: 'picture',
  jpg: 'picture',
  jpeg: 'picture',
  heic: 'picture',
  mdb: 'database',
  accdb: 'database',
};

/** Why a file of that name cannot be imported, as the key of a sentence; null where it may be. */
export const refusedKind = (name: string): string | null =>
  REFUSED[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? null;
