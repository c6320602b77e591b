// A print batch: every letter once, in order, found where the index and the list say.
import { PDFDocument } from '@cantoo/pdf-lib';
import { readProse } from '@quittance/core/letters';
import type { BatchLetter } from '@quittance/usecases/ports';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLetterRenderer } from '../letters-pdf/index.ts';
import { testView } from '../messages/view.fixture.ts';
import { createPrintBatchBuilder } from './print-batch.ts';

const renderer = createLetterRenderer({ threads: 1 });
afterAll(() => renderer.close());
const { buildBatch } = createPrintBatchBuilder(renderer);

let one: Uint8Array;
let three: Uint8Array;
beforeAll(async () => {
  const make = async (count: number) => {
    const view = testView({ channel: 'letter' }, count);
    return renderer.renderLetter({ view, subject: 'Relance', body: readProse('Bonjour') });
  };
  one = (await make(1)).pdf;
  const long = await make(95);
  expect(long.pages).toBe(3);
  three = long.pdf;
});

const letter = (n: number, pdf: Uint8Array, more: Partial<BatchLetter> = {}): BatchLetter => ({
  reference: `R-${n}`,
  customerRef: `C${n}`,
  customerName: `Client ${n}`,
  addressLines: ['1 rue A', '38000 Grenoble'],
  registered: false,
  pdf,
  ...more,
});
const batch = (duplex: boolean, letters: readonly BatchLetter[]) =>
  buildBatch({ title: 'Courriers du 12 mars 2027', language: 'fr', duplex, letters });

describe('a batch', () => {
  it('follows the index page with the letters, one after the other', async () => {
    const made = await batch(false, [letter(1, one), letter(2, three), letter(3, one)]);
    expect(made.firstPages).toEqual([2, 3, 6]);
    expect(made.pages).toBe(6);
    expect((await PDFDocument.load(made.pdf)).getPageCount()).toBe(6);
  });

  it('starts every letter on a sheet of its own when printed on both sides', async () => {
    const made = await batch(true, [letter(1, one), letter(2, three), letter(3, one)]);
    // index 1 (+ blank 2), letter 1 on 3 (+ blank 4), letter 2 on 5-7 (+ blank 8), letter 3 on 9
    expect(made.firstPages).toEqual([3, 5, 9]);
    expect(made.pages).toBe(9);
  });

  it('of nothing is an index', async () => {
    expect(await batch(true, [])).toMatchObject({ pages: 1, firstPages: [] });
  });

  it('counts its own index when that takes several pages', async () => {
    const made = await batch(
      false,
      Array.from({ length: 80 }, (_, i) => letter(i + 1, one)),
    );
    const indexPages = made.pages - 80;
    expect(indexPages).toBeGreaterThan(1);
    expect(made.firstPages[0]).toBe(indexPages + 1);
    expect(made.firstPages.at(-1)).toBe(made.pages);
  });

  it('lists the postage, safe to open in a spreadsheet', async () => {
    const made = await batch(false, [
      letter(1, one, { registered: true, customerName: '=HYPERLINK("http://x")' }),
      letter(2, one, { customerName: 'Delorme; "Fils"' }),
    ]);
    expect(made.postageCsv.split('\r\n')).toEqual([
      '\uFEFFN°;Référence;Compte;Destinataire;Adresse;Pages;Envoi;Première page;N° de recommandé;Posté le',
      '1;R-1;C1;"\'=HYPERLINK(""http://x"")";1 rue A, 38000 Grenoble;1;Recommandé AR;2;;',
      '2;R-2;C2;"Delorme; ""Fils""";1 rue A, 38000 Grenoble;1;Ordinaire;3;;',
      '',
    ]);
  });
});
