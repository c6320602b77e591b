// Telling what a file is from its name and its first bytes, for `import auto`. Recognising is not reading: some kinds are only named.
import { TABLE_KINDS } from '@quittance/core/intake';
import { inspectCsv } from '../csv/index.ts';
import { looksLikeFec, readFecFileName } from '../fec/index.ts';
import { NoteBook, openUtf8, signatureOf } from '../text/index.ts';
import type { DetectedKind } from './kinds.ts';
import { recogniseText } from './signs.ts';

/** Below this a CSV is not said to be of a kind: a person chooses. */
const SURE_ENOUGH = 0.5;

/** Detects from the file's name and its head (256 kB are plenty; less will do). Never throws on content. */
export async function detectKind(fileName: string, head: Uint8Array): Promise<DetectedKind> {
  if (head.length === 0) return { kind: 'unknown', reason: 'empty_file' };
  const binary = detectBinary(fileName, head);
  if (binary) return binary;
  const text = await headText(head);
  if (text === null) return { kind: 'unknown', reason: 'binary_file' };
  const sign = recogniseText(text);
  if (sign) return sign;
  if (looksLikeFec(text)) return { kind: 'fec', reason: 'fec_header' };
  const table = await detectTable(head);
  if (table) return table;
  return readFecFileName(fileName)
    ? { kind: 'fec', reason: 'fec_file_name' }
    : { kind: 'unknown', reason: 'no_known_content' };
}

function detectBinary(fileName: string, head: Uint8Array): DetectedKind | null {
  const signature = signatureOf(head);
  if (signature === null) return null;
  if (signature === 'zip') {
    const isWorkbook = Buffer.from(head).includes('xl/') || /\.xls[xm]$/i.test(fileName);
    return isWorkbook ? { kind: 'xlsx', reason: 'workbook' } : { kind: 'unknown', reason: 'zip' };
  }
  if (signature === 'pdf') return detectPdf(head);
  return { kind: 'unknown', reason: signature };
}

/** A PDF that says it carries Factur-X or an attached CII invoice is an e-invoice. */
function detectPdf(head: Uint8Array): DetectedKind {
  const isInvoice = /factur-x|zugferd|order-x\.xml/i.test(Buffer.from(head).toString('latin1'));
  return isInvoice ? { kind: 'einvoice', reason: 'factur_x' } : { kind: 'unknown', reason: 'pdf' };
}

async function headText(head: Uint8Array): Promise<string | null> {
  try {
    const { sample } = await openUtf8([head], new NoteBook());
    return sample.toString('utf8');
  } catch {
    return null;
  }
}

async function detectTable(head: Uint8Array): Promise<DetectedKind | null> {
  const inspected = await inspectCsv([wholeLines(head)], TABLE_KINDS);
  if (!inspected.ok) return null;
  const best = inspected.value.guesses[0];
  if (!best || best.confidence < SURE_ENOUGH) return null;
  return { kind: 'csv', table: best.kind, confidence: best.confidence, reason: 'csv_headers' };
}

/** Leaves out the last line of a head that may be cut in its middle. */
function wholeLines(head: Uint8Array): Uint8Array {
  const end = Math.max(head.lastIndexOf(10), head.lastIndexOf(13));
  return head.length < 64 * 1024 || end < 0 ? head : head.subarray(0, end + 1);
}
