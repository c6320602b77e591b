// Recomputes an organization's journal from its first line and says whether it is whole.
import { streamRows, type Tx } from '../tx/index.ts';
import { FIRST_PREVIOUS_HASH, hashLine, type JournalLine } from './chain.ts';

/** What is wrong with a line. `edited`: it does not match its hash; `out_of_order`: it does not follow the line before it;
 * `missing`: a line is gone in the middle; `truncated`: the last lines are gone; `added`: written around the journal. */
export type JournalFault = 'added' | 'edited' | 'missing' | 'out_of_order' | 'truncated';

/** The outcome; `head` is the last hash, to be noted elsewhere: who holds it can prove what the journal said that day. */
export type JournalCheck = {
  readonly ok: boolean;
  /** Lines read until the end or the first fault. */
  readonly events: number;
  readonly head: string;
  readonly firstBroken?: { readonly seq: number; readonly fault: JournalFault };
};

type Head = { readonly seq: number; readonly hash: string };
type StoredLine = JournalLine & { readonly prev_hash: string; readonly hash: string };

async function readHead(tx: Tx): Promise<Head> {
  const head = await tx.selectFrom('journal_heads').select(['seq', 'hash']).executeTakeFirst();
  return head ?? { seq: 0, hash: FIRST_PREVIOUS_HASH };
}

const lines = (tx: Tx) =>
  tx
    .selectFrom('events')
    .select(['seq', 'at_text', 'actor', 'kind', 'subject_type', 'subject_id', 'payload', 'prev_hash', 'hash'])
    .orderBy('seq');

function faultOf(line: StoredLine, before: Head): JournalFault | undefined {
  if (line.seq !== before.seq + 1) return line.seq > before.seq ? 'missing' : 'added';
  if (line.prev_hash !== before.hash) return 'out_of_order';
  return hashLine(before.hash, line) === line.hash ? undefined : 'edited';
}

function faultAtEnd(last: Head, known: Head, knownHash: string, now: Head): JournalCheck['firstBroken'] {
  if (last.seq < known.seq) return { seq: last.seq + 1, fault: 'truncated' };
  if (knownHash !== known.hash) return { seq: known.seq, fault: 'edited' };
  return last.seq > now.seq ? { seq: now.seq + 1, fault: 'added' } : undefined;
}

/**
 * Reads the current organization's journal once, in flat memory. Lines appended meanwhile are no fault. Removing the last
 * lines together with the recorded head leaves no trace in the database: compare `head` with one noted elsewhere.
 */
export async function verifyJournal(tx: Tx): Promise<JournalCheck> {
  const known = await readHead(tx);
  let last: Head = { seq: 0, hash: FIRST_PREVIOUS_HASH };
  let knownHash = known.seq === 0 ? known.hash : '';
  for await (const line of streamRows<StoredLine>(tx, lines(tx))) {
    const fault = faultOf(line, last);
    if (fault) {
      const seq = fault === 'missing' ? last.seq + 1 : line.seq;
      return { ok: false, events: last.seq, head: last.hash, firstBroken: { seq, fault } };
    }
    last = { seq: line.seq, hash: line.hash };
    if (line.seq === known.seq) knownHash = line.hash;
  }
  const firstBroken = faultAtEnd(last, known, knownHash, await readHead(tx));
  return { ok: !firstBroken, events: last.seq, head: last.hash, ...(firstBroken && { firstBroken }) };
}
