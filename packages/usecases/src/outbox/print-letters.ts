// Print letters: all that were handed over and not printed yet, as one PDF with its index, and a postage list.
import { type ActionId, type CompanyId, type Day, ok, type Result, refuse } from '@quittance/core/kernel';
import { lockCompany } from '@quittance/db/companies';
import { appendEvent } from '@quittance/db/journal';
import { findPrintBatch, type LetterToPrint, lockLettersToPrint, type PrintBatchRow } from '@quittance/db/outbox';
import { insertPrintBatch } from '@quittance/db/outbox/write';
import type { Tx } from '@quittance/db/tx';
import { getSettings } from '../companies/settings.ts';
import { type Context, inOrganization } from '../context/index.ts';
import { keepFile, takeFile } from '../files/index.ts';
import type { BatchLetter, PrintBatchBuilder } from '../ports/index.ts';

const batchLetter = async (tx: Tx, letter: LetterToPrint): Promise<BatchLetter> => ({
  reference: String(letter.actionId),
  customerRef: letter.customerRef,
  customerName: letter.customerName,
  addressLines: letter.toAddress.split(', '),
  registered: letter.registered,
  pdf: (await takeFile(tx, letter.pdfSha256))!.content,
});

/** Makes the batch of a day, of the letters named or of all; refuses with `nothing_to_print` when every letter has been printed. */
export const printLetters = (
  context: Context,
  builder: PrintBatchBuilder,
  asked: Readonly<{ companyId: CompanyId; on: Day; language: 'fr' | 'en'; only?: readonly ActionId[] }>,
): Promise<Result<PrintBatchRow, { code: 'nothing_to_print' }>> =>
  inOrganization(context, async (tx) => {
    await lockCompany(tx, asked.companyId); // a second batch asked for meanwhile sees what this one took
    const { name, testMode, liveSegments } = await getSettings(tx, asked.companyId);
    const test = testMode && liveSegments.length === 0; // as soon as some are live, what is printed is to be posted
    const waiting = await lockLettersToPrint(tx, {
      companyId: asked.companyId,
      upTo: asked.on,
      test,
      ...(asked.only ? { only: asked.only } : {}),
    });
    if (waiting.length === 0) return refuse({ code: 'nothing_to_print' });
    const letters: BatchLetter[] = [];
    for (const letter of waiting) letters.push(await batchLetter(tx, letter));
    const batch = await builder.buildBatch({ title: name, language: asked.language, duplex: false, letters });
    const pdfSha256 = await keepFile(tx, {
      name: `letters-${asked.on}.pdf`,
      mediaType: 'application/pdf',
      content: batch.pdf,
    });
    const postage = new TextEncoder().encode(batch.postageCsv);
    const postageSha256 = await keepFile(tx, {
      name: `postage-${asked.on}.csv`,
      mediaType: 'text/csv',
      content: postage,
    });
    const actionIds = waiting.map((letter) => letter.actionId);
    const batchId = await insertPrintBatch(tx, {
      ...asked,
      madeOn: asked.on,
      actionIds,
      pdfSha256,
      postageSha256,
      actor: context.actor,
    });
    await appendEvent(tx, {
      kind: 'letters.printed',
      actor: context.actor,
      subject: 'print_batch',
      subjectId: batchId,
      payload: { on: asked.on, actions: actionIds, pdfSha256 },
    });
    return ok((await findPrintBatch(tx, batchId))!);
  });
