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

const lines = (tx: Tx, after = -1) =>
  tx
    .selectFrom('events')
    .select(['seq', 'at_text', 'actor', 'kind', 'subject_type', 'subject_id', 'payload', 'prev_hash', 'hash'])
    .where('seq', '>', after)
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

/** How far a verification in pieces has come: the last line found right, and the lines there were at its beginning. */
export type JournalPiece = JournalCheck & Readonly<{ total: number; done: boolean }>;

/**
 * The same in pieces of at most `most` lines, for whoever waits and wants to see it go on: each piece starts where the last one
 * ended (`seq` and `head` of its answer; 0 and nothing at first). What the pieces say together is what one run would have said.
 */
export async function verifyPiece(
  tx: Tx,
  { after, most }: Readonly<{ after: Head; most: number }>,
): Promise<JournalPiece> {
  const now = await readHead(tx);
  let last = after.seq === 0 ? { seq: 0, hash: FIRST_PREVIOUS_HASH } : after;
  // Where the line of the recorded head was in an earlier piece it was found right there.
  let knownHash = last.seq === now.seq ? last.hash : now.hash;
  const of = (seq: number, fault: JournalFault): JournalPiece => ({
    ok: false,
    events: last.seq,
    head: last.hash,
    firstBroken: { seq, fault },
    total: now.seq,
    done: true,
  });
  for (const line of (await lines(tx, after.seq === 0 ? -1 : after.seq)
    .limit(most)
    .execute()) as StoredLine[]) {
    const fault = faultOf(line, last);
    if (fault) return of(fault === 'missing' ? last.seq + 1 : line.seq, fault);
    last = { seq: line.seq, hash: line.hash };
    if (line.seq === now.seq) knownHash = line.hash;
  }
  if (last.seq - after.seq === most && last.seq < now.seq)
    return { ok: true, events: last.seq, head: last.hash, total: now.seq, done: false };
  const atEnd = faultAtEnd(last, now, knownHash, now);
  if (atEnd) return of(atEnd.seq, atEnd.fault);
  return { ok: true, events: last.seq, head: last.hash, total: now.seq, done: true };
}
