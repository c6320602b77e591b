// Real PDFs: pages, fonts, hostile data, threads that end.
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { cents, day } from '@quittance/core/kernel';
import { readProse, type StatementView } from '@quittance/core/letters';
import { afterAll, describe, expect, it } from 'vitest';
import { testView } from '../messages/view.fixture.ts';
import { createLetterRenderer } from './letter-renderer.ts';

const renderer = createLetterRenderer({ threads: 1 });
afterAll(() => renderer.close());

const body = readProse('Madame, Monsieur,\n\nVoici.\n\n[[factures]]\n\n[[paiement]]\n\nNos salutations.');
const letter = (count: number) => ({ view: testView({ channel: 'letter' }, count), subject: 'Relance', body });

async function fontsOf(pdf: Uint8Array): Promise<readonly { name: string; embedded: boolean }[]> {
  const document = await PDFDocument.load(pdf);
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter(
      (object): object is PDFDict =>
        object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('FontDescriptor'),
    )
    .map((font) => ({
      name: String(font.get(PDFName.of('FontName'))),
      embedded: ['FontFile', 'FontFile2', 'FontFile3'].some((file) => font.has(PDFName.of(file))),
    }));
}

// Three pixels by two, red.
const PICTURES = {
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGM4IScHQQxwFgBBAAYZPEVBlgAAAABJRU5ErkJggg==',
  jpeg: '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAACAAMDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABAb/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCAANSP/9k=',
};

async function picturesOf(pdf: Uint8Array): Promise<number> {
  const document = await PDFDocument.load(pdf);
  const isPicture = (object: unknown) =>
    object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image');
  return document.context.enumerateIndirectObjects().filter(([, object]) => isPicture(object)).length;
}

describe('a letter', () => {
  it('is one A4 page with its fonts inside', async () => {
    const { pdf, pages } = await renderer.renderLetter(letter(1));
    const document = await PDFDocument.load(pdf);
    expect(pages).toBe(1);
    expect(document.getPageCount()).toBe(1);
    const { width, height } = document.getPage(0).getSize();
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    const fonts = await fontsOf(pdf);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.every((font) => font.embedded && font.name.includes('Lato'))).toBe(true);
  });

  it('runs over as many pages as its lines need', async () => {
    const few = await renderer.renderLetter(letter(60));
    const many = await renderer.renderLetter(letter(300));
    expect(few.pages).toBeGreaterThanOrEqual(2);
    expect(many.pages).toBeGreaterThan(few.pages);
  });

  it.each([
    '#panic("x")',
    '$ x $ *b* _i_ @ref <label>',
    '#{ sys.inputs }',
    '"; \\ `raw` // /* ',
    '`'.repeat(3),
    '漢字 Ωμέγα 🙂',
    '\u202Eabc def\u202C \u2067ghi\u2069 \u200Fjkl',
    'שלום مرحبا 🙂 abc',
    '',
  ])('prints %j as it stands', async (evil) => {
    const base = testView({ channel: 'registered_letter' });
    const view = {
      ...base,
      sender: { ...base.sender, name: evil || 'x', signatoryName: evil },
      recipient: { ...base.recipient, name: evil, contactName: evil },
      reference: evil,
      attachments: [evil],
    };
    const { pages } = await renderer.renderLetter({ view, subject: evil, body: readProse(`${evil}\n\n${evil}`) });
    expect(pages).toBeGreaterThanOrEqual(1);
  });

  it.each(['png', 'jpeg'] as const)('shows the logo and the signature of the letterhead (%s)', async (format) => {
    const plain = letter(1);
    const picture = { format, width: 3, height: 2, base64: PICTURES[format] };
    const sender = { ...plain.view.sender, logo: picture, signature: picture };
    const { pdf, pages } = await renderer.renderLetter({ ...plain, view: { ...plain.view, sender } });
    expect(pages).toBe(1);
    expect(await picturesOf(pdf)).toBeGreaterThanOrEqual(1);
    expect(await picturesOf((await renderer.renderLetter(plain)).pdf)).toBe(0);
  });

  it('can be made for archives (PDF/A-3b)', async () => {
    const archival = createLetterRenderer({ threads: 1, archival: true });
    const { pdf } = await archival.renderLetter(letter(1));
    await archival.close();
    expect(Buffer.from(pdf).toString('latin1')).toContain('pdfaid');
  });
});

describe('a statement', () => {
  const { sender, recipient } = testView();
  const statement: StatementView = {
    language: 'en',
    sender,
    recipient,
    on: day('2027-03-12'),
    place: null,
    from: day('2027-01-01'),
    to: day('2027-03-12'),
    currency: 'EUR',
    openingCents: cents(0),
    movements: [],
  };

  it('is made even with no movement', async () => {
    expect((await renderer.renderStatement(statement)).pages).toBe(1);
  });

  it('runs over pages', async () => {
    const movements = Array.from({ length: 120 }, (_, i) => ({
      on: day('2027-02-01'),
      kind: 'invoice' as const,
      number: `F-${i}`,
      label: '',
      dueOn: null,
      debitCents: cents(100),
      creditCents: cents(0),
    }));
    expect((await renderer.renderStatement({ ...statement, movements })).pages).toBeGreaterThanOrEqual(3);
  });
});

describe('the threads', () => {
  it('keep order of need and answer each caller', async () => {
    const two = createLetterRenderer({ threads: 2 });
    const done = await Promise.all([1, 60, 1, 60].map((n) => two.renderLetter(letter(n))));
    expect(done.map((d) => d.pages > 1)).toEqual([false, true, false, true]);
    await two.close();
  });

  it('refuse work once closed, and fail what was waiting', async () => {
    const gone = createLetterRenderer({ threads: 1 });
    const waiting = [gone.renderLetter(letter(1)), gone.renderLetter(letter(1))].map((p) =>
      p.then(
        () => 'done',
        (e: Error) => e.message,
      ),
    );
    await gone.close();
    expect(await Promise.all(waiting)).toEqual(['the letter renderer is closed', 'the letter renderer is closed']);
    await expect(gone.renderLetter(letter(1))).rejects.toThrow('closed');
  });

  it('fail only the sheet that takes too long', async () => {
    const hurried = createLetterRenderer({ threads: 1, timeoutMs: 5 });
    await expect(hurried.renderLetter(letter(300))).rejects.toThrow('within 5 ms');
    await hurried.close();
  });
});
