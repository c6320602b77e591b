// By mark: answers that cost much and hold until a fact is recorded, kept in memory for each database; the oldest asked-for goes first.
import { readRecordedMark } from '@quittance/db/ageing';
import type { Tx } from '@quittance/db/tx';
import type { Context } from '../context/index.ts';

type Kept<T> = Readonly<{ mark: string; answer: T }>;

// A transaction that reads sees one picture: its mark is read once.
const marks = new WeakMap<Tx, Promise<string>>();

function markOf(tx: Tx): Promise<string> {
  const known = marks.get(tx) ?? readRecordedMark(tx);
  marks.set(tx, known);
  return known;
}

/** Answers a question from memory while nothing was recorded since, else computes it. The question names everything it depends on. */
export type Remember<T> = (tx: Tx, context: Context, question: string, compute: () => Promise<T>) => Promise<T>;

/** A memory of at most `most` answers for each database. */
export function rememberByMark<T>(most: number): Remember<T> {
  const memories = new WeakMap<Context['db'], Map<string, Kept<T>>>();
  return async (tx, context, question, compute) => {
    const memory = memories.get(context.db) ?? new Map<string, Kept<T>>();
    memories.set(context.db, memory);
    const mark = await markOf(tx);
    const narrowed = context.portfolio ? JSON.stringify(context.portfolio) : '';
    const key = [context.orgId, narrowed, question].join(' ');
    const known = memory.get(key);
    const answer = known?.mark === mark ? known.answer : await compute();
    memory.delete(key);
    memory.set(key, { mark, answer });
    for (const oldest of memory.keys()) if (memory.size > most) memory.delete(oldest);
    return answer;
  };
}
