// Compose: what a person chose by hand, as the parts of one decision. Pure: the running difference and the deed come from the same sums.
import type { matching, OpenItemsView } from '@quittance/contracts/api';
import type { RouteInput } from '@quittance/contracts/route';

/** An open term or a credit note, as the list gives it. */
export type OpenReceivable = OpenItemsView['receivables'][number];
export type OpenCreditNote = OpenItemsView['creditNotes'][number];

/** What was typed. Cents by id; `rest`: whose account takes what is over, null leaves it waiting; `closing`: what closes a shortfall. */
export type HandChoice = Readonly<{
  receivables: Readonly<Record<number, number>>;
  creditNotes: Readonly<Record<number, number>>;
  rest: number | null;
  closing: 'discount' | 'bank_fee' | 'write_off' | null;
}>;

/** Nothing chosen yet. */
export const EMPTY_CHOICE: HandChoice = { receivables: {}, creditNotes: {}, rest: null, closing: null };

/** The items that may be named by a choice. */
export type Items = Readonly<{
  receivables: readonly OpenReceivable[];
  creditNotes: readonly OpenCreditNote[];
}>;

/** One decision's parts, as the API takes them. */
export type Parts = NonNullable<RouteInput<typeof matching.decide>['body']>['parts'];

const sum = (cents: Readonly<Record<number, number>>): number => Object.values(cents).reduce((a, b) => a + b, 0);

/** What is left of the movement: positive is over, negative is missing. */
export const difference = (openCents: number, choice: HandChoice): number =>
  openCents + sum(choice.creditNotes) - sum(choice.receivables);

type Line = { receivableId: number; cents: number };
type Part = {
  customerId: number;
  cents: number;
  allocations: Line[];
  credits: (Line & { creditNoteId: number })[];
  adjustments: (Line & { nature: NonNullable<HandChoice['closing']> })[];
};

/** Spends `cents` of the lines from the end, the last chosen first; returns what was taken of each. */
function takeFromEnd(lines: Line[], cents: number): Line[] {
  const taken: Line[] = [];
  let left = cents;
  for (const line of [...lines].reverse()) {
    const part = Math.min(left, line.cents);
    if (part <= 0) continue;
    line.cents -= part;
    left -= part;
    taken.push({ receivableId: line.receivableId, cents: part });
  }
  return taken;
}

/**
 * One part for each customer. Credit notes pay terms of their own customer first, what closes a shortfall is taken off the last terms,
 * the money pays the rest; what is over goes on the account chosen, or is left out and waits.
 */
export function composeParts(openCents: number, choice: HandChoice, items: Items): Parts {
  const parts = new Map<number, Part>();
  const partOf = (customerId: number): Part => {
    const known = parts.get(customerId);
    if (known) return known;
    const made: Part = { customerId, cents: 0, allocations: [], credits: [], adjustments: [] };
    parts.set(customerId, made);
    return made;
  };
  for (const { receivableId, customer } of items.receivables) {
    const cents = choice.receivables[receivableId] ?? 0;
    if (cents > 0) partOf(customer.customerId).allocations.push({ receivableId, cents });
  }
  for (const { creditNoteId, customer } of items.creditNotes) {
    const cents = choice.creditNotes[creditNoteId] ?? 0;
    if (cents <= 0) continue;
    const part = partOf(customer.customerId);
    part.credits.push(...takeFromEnd(part.allocations, cents).map((line) => ({ ...line, creditNoteId })));
  }
  let missing = Math.max(0, -difference(openCents, choice));
  if (choice.closing)
    for (const part of [...parts.values()].reverse()) {
      const taken = takeFromEnd(part.allocations, missing);
      missing -= taken.reduce((all, { cents }) => all + cents, 0);
      part.adjustments.push(...taken.map((line) => ({ ...line, nature: choice.closing! })));
    }
  const over = Math.max(0, difference(openCents, choice));
  if (choice.rest !== null && over > 0) partOf(choice.rest).cents += over;
  for (const part of parts.values()) {
    part.allocations = part.allocations.filter(({ cents }) => cents > 0);
    part.cents += part.allocations.reduce((all, { cents }) => all + cents, 0);
  }
  return [...parts.values()].filter(({ cents }) => cents > 0) as unknown as Parts;
}
