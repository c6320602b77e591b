// Documents by the dozen: the invoice a file is about, read from its name; a document taken off again, and put back.
import { type CompanyId, type InvoiceId, ok, type Result, refuse } from '@quittance/core/kernel';
import { findFile } from '@quittance/db/files';
import { findDocumentOf, findInvoicesByKey, findRemovedDocument, numberKey } from '@quittance/db/invoices';
import { saveDocument } from '@quittance/db/invoices/write';
import { appendEvent } from '@quittance/db/journal';
import type { Tx } from '@quittance/db/tx';
import { type Context, inOrganization, readOrganization } from '../context/index.ts';
import { attachDocument, type InvoiceDocument, isPdf } from './attach-document.ts';

/** What became of one file of a bundle. */
export type DocumentMatch = Readonly<{
  outcome: 'attached' | 'replaced' | 'no_match' | 'ambiguous' | 'refused';
  invoiceId: InvoiceId | null;
  number: string | null;
}>;

const MOST_WORDS = 12;
const MIN_KEY = 3;

/** Every run of neighbouring words of a file name, without dress: "Facture FA-2026-0042 (2).pdf" holds FA20260042. */
export function keysInName(fileName: string): string[] {
  const words = (fileName.replace(/\.[^.]{1,5}$/, '').match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
  const keys = new Set<string>();
  for (let from = 0; from < words.length; from += 1)
    for (let to = from + 1; to <= words.length; to += 1) keys.add(numberKey(words.slice(from, to).join('')));
  return [...keys].filter((key) => key.length >= MIN_KEY && /\p{N}/u.test(key));
}

const NONE = { invoiceId: null, number: null } as const;

/** Attaches a PDF to the invoice its name points to: the longest number found in it; two that are as long are ambiguous. */
export async function attachByName(
  context: Context,
  { companyId, fileName, content }: Omit<InvoiceDocument, 'invoiceId'>,
): Promise<DocumentMatch> {
  if (!isPdf(content)) return { outcome: 'refused', ...NONE };
  const found = await readOrganization(context, (tx) => findInvoicesByKey(tx, companyId, keysInName(fileName)));
  const longest = Math.max(0, ...found.map(({ key }) => key.length));
  const best = found.filter(({ key }) => key.length === longest);
  const [only] = best;
  if (!only) return { outcome: 'no_match', ...NONE };
  if (best.length > 1) return { outcome: 'ambiguous', ...NONE };
  const { invoiceId, number, hasDocument } = only;
  const attached = await attachDocument(context, { companyId, invoiceId, fileName, content });
  if (!attached.ok) return { outcome: 'refused', ...NONE };
  return { outcome: hasDocument ? 'replaced' : 'attached', invoiceId, number };
}

type Named = Readonly<{ companyId: CompanyId; invoiceId: InvoiceId }>;

async function record(tx: Tx, context: Context, of: Named & Readonly<{ sha256: string; kind: string }>): Promise<void> {
  const file = await findFile(tx, of.sha256);
  await appendEvent(tx, {
    kind: of.kind,
    actor: context.actor,
    subject: 'invoice',
    subjectId: of.invoiceId,
    payload: { fileName: file?.name ?? '', sha256: of.sha256 },
  });
}

/** Takes the document off an invoice; the file itself is kept. Refuses `not_found` where there is none. */
export const removeDocument = (context: Context, of: Named): Promise<Result<null, Readonly<{ code: 'not_found' }>>> =>
  inOrganization(context, async (tx) => {
    const sha256 = await findDocumentOf(tx, of.companyId, of.invoiceId);
    if (!sha256) return refuse({ code: 'not_found' });
    await saveDocument(tx, { ...of, sha256: null });
    await record(tx, context, { ...of, sha256, kind: 'invoice.document_removed' });
    return ok(null);
  });

/** Puts back the document last taken off. Refuses `not_found` where none was, or another stands there already. */
export const restoreDocument = (context: Context, of: Named): Promise<Result<null, Readonly<{ code: 'not_found' }>>> =>
  inOrganization(context, async (tx) => {
    const now = await findDocumentOf(tx, of.companyId, of.invoiceId);
    const sha256 = now === null ? await findRemovedDocument(tx, of.invoiceId) : null;
    if (!sha256) return refuse({ code: 'not_found' });
    await saveDocument(tx, { ...of, sha256 });
    await record(tx, context, { ...of, sha256, kind: 'invoice.document_restored' });
    return ok(null);
  });
