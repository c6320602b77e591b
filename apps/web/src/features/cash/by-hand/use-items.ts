// Items in hand: what a search finds, together with what is chosen already, so that a choice survives the next search.
import { matching } from '@quittance/contracts/api';
import { useState } from 'react';
import { useRead } from '../../../api/index.ts';
import type { HandChoice, Items, OpenCreditNote, OpenReceivable } from './compose.ts';
import type { ItemLine } from './open-items.tsx';

/** What was seen, what is shown, and the customers money may be left with. */
export type ItemsInHand = Readonly<{
  items: Items;
  lines: readonly ItemLine[];
  customers: readonly Readonly<{ customerId: number; name: string }>[];
  isWaiting: boolean;
  error: Error | null;
}>;

const byId = <T>(of: readonly T[], idOf: (item: T) => number) => new Map(of.map((item) => [idOf(item), item]));

const lineOf = (item: OpenReceivable | OpenCreditNote): ItemLine => ({
  ...('receivableId' in item
    ? { id: item.receivableId, kind: 'receivable' as const, on: item.dueOn }
    : { id: item.creditNoteId, kind: 'credit_note' as const, on: item.issuedOn }),
  number: item.number,
  customerName: item.customer.name,
  openCents: item.openCents,
  currency: item.currency,
});

/** Reads what `search` finds for a movement. */
export function useItems(transactionId: number, search: string | undefined, choice: HandChoice): ItemsInHand {
  const [seen, setSeen] = useState<Items>({ receivables: [], creditNotes: [] });
  const answer = useRead(
    matching.openItems,
    { params: { transactionId }, query: search ? { search } : {} },
    { keep: true },
  );
  const found = answer.data;
  const receivables = byId([...seen.receivables, ...(found?.receivables ?? [])], (item) => item.receivableId);
  const creditNotes = byId([...seen.creditNotes, ...(found?.creditNotes ?? [])], (item) => item.creditNoteId);
  const grown = receivables.size + creditNotes.size > seen.receivables.length + seen.creditNotes.length;
  if (grown) setSeen({ receivables: [...receivables.values()], creditNotes: [...creditNotes.values()] });
  const isFound = new Set([
    ...(found?.receivables ?? []).map(({ receivableId }) => `receivable ${receivableId}`),
    ...(found?.creditNotes ?? []).map(({ creditNoteId }) => `credit_note ${creditNoteId}`),
  ]);
  const isChosen = ({ kind, id }: ItemLine) =>
    ((kind === 'receivable' ? choice.receivables[id] : choice.creditNotes[id]) ?? 0) > 0;
  const all = [...receivables.values(), ...creditNotes.values()].map(lineOf);
  const lines = all.filter((line) => isFound.has(`${line.kind} ${line.id}`) || isChosen(line));
  const customers = byId(
    [
      ...(found?.customers ?? []),
      ...[...receivables.values(), ...creditNotes.values()].map(({ customer }) => customer),
    ],
    ({ customerId }) => customerId,
  );
  return {
    items: { receivables: [...receivables.values()], creditNotes: [...creditNotes.values()] },
    lines,
    customers: [...customers.values()],
    isWaiting: answer.isPending,
    error: answer.error,
  };
}
