// Print batch: every letter of a run in one PDF behind an index, and the postage list. pdf-lib copies pages as they are.
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { BatchLetter, PrintBatch, PrintBatchBuilder } from '@quittance/usecases/ports';
import type { IndexRenderer } from '../letters-pdf/index.ts';
import { mailKind, renderPostageCsv } from './postage-csv.ts';

const SHEET_SIDES = 2;

/** Loaded with the first batch: it is large, and most processes print none. */
const pdfLibrary = () => import('@cantoo/pdf-lib');

/** Copies `pdf` behind `into`, adding a blank page first where the letter would start on the back of a sheet. */
async function append(
  into: PDFDocument,
  pdf: Uint8Array,
  duplex: boolean,
): Promise<Readonly<{ first: number; pages: number }>> {
  const { PDFDocument } = await pdfLibrary();
  const source = await PDFDocument.load(pdf, { updateMetadata: false });
  if (duplex && into.getPageCount() % SHEET_SIDES === 1) into.addPage([595.28, 841.89]);
  const first = into.getPageCount() + 1;
  for (const page of await into.copyPages(source, source.getPageIndices())) into.addPage(page);
  return { first, pages: source.getPageCount() };
}

type Place = Readonly<{ letter: BatchLetter; first: number; pages: number }>;

const index = (
  places: readonly Place[],
  offset: number,
  batch: Readonly<{ title: string; language: 'fr' | 'en' }>,
) => ({
  title: batch.title,
  language: batch.language,
  rows: places.map(({ letter, first, pages }, i) => ({
    rank: i + 1,
    reference: letter.reference,
    customer: `${letter.customerName} (${letter.customerRef})`,
    address: letter.addressLines.join(', '),
    mail: mailKind(letter, batch.language),
    registered: letter.registered,
    pages,
    firstPage: first + offset,
  })),
});

/** A builder; the index is drawn by the letters' own engine. */
export function createPrintBatchBuilder(renderer: IndexRenderer): PrintBatchBuilder {
  return {
    async buildBatch(batch): Promise<PrintBatch> {
      const { PDFDocument } = await pdfLibrary();
      const letters = await PDFDocument.create({ updateMetadata: false });
      const places: Place[] = [];
      for (const letter of batch.letters) places.push({ letter, ...(await append(letters, letter.pdf, batch.duplex)) });
      // Page numbers depend on the index's own length, and that length, by a hair, on the numbers: drawn until both agree.
      let drawn = await renderer.renderIndex(index(places, 0, batch));
      let offset = 0;
      for (let before = 0; before !== drawn.pages; drawn = await renderer.renderIndex(index(places, offset, batch))) {
        before = drawn.pages;
        offset = batch.duplex ? drawn.pages + (drawn.pages % SHEET_SIDES) : drawn.pages;
      }
      const merged = await PDFDocument.create({ updateMetadata: false });
      await append(merged, drawn.pdf, batch.duplex);
      if (places.length > 0) {
        if (batch.duplex && merged.getPageCount() % SHEET_SIDES === 1) merged.addPage([595.28, 841.89]);
        for (const page of await merged.copyPages(letters, letters.getPageIndices())) merged.addPage(page);
      }
      const lines = places.map(({ letter, first, pages }) => ({ letter, pages, firstPage: first + offset }));
      return {
        pdf: await merged.save(),
        pages: merged.getPageCount(),
        firstPages: lines.map((line) => line.firstPage),
        postageCsv: renderPostageCsv(lines, batch.language),
      };
    },
  };
}
