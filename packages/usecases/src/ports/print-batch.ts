// Print batch port: the letters of one run as one PDF to print, an index to check it by, a postage list for the post office.

/** One letter of a batch, already rendered. */
export type BatchLetter = Readonly<{
  /** Stable reference printed in the index and the postage list. */
  reference: string;
  customerRef: string;
  customerName: string;
  addressLines: readonly string[];
  registered: boolean;
  pdf: Uint8Array;
}>;

export type PrintBatch = Readonly<{
  /** The index pages first, then every letter, each starting on a sheet of its own when `duplex`. */
  pdf: Uint8Array;
  /** Pages of the merged file, index included. */
  pages: number;
  /** First page of each letter in the merged file, 1-based, in order. */
  firstPages: readonly number[];
  /** Semicolon-separated, UTF-8 with BOM, formula-safe. */
  postageCsv: string;
}>;

export type PrintBatchBuilder = Readonly<{
  /** `title` and `language` head the index; letters stand in the given order. */
  buildBatch(
    batch: Readonly<{ title: string; language: 'fr' | 'en'; duplex: boolean; letters: readonly BatchLetter[] }>,
  ): Promise<PrintBatch>;
}>;
