// Writes the trade into entries: sales and credit notes, receipts, moves from 411 to 416.
import { cents, ZERO } from '@quittance/core/kernel';
import type { DemoCustomer } from '../people/demo-customer.ts';
import type { DoubtfulTransfer, Receipt, Sale, Settlement, Trade } from '../trade/trade.ts';
import type { Account, Auxiliary, Entry, Line } from './entry.ts';
import type { Pieces } from './pieces.ts';

type Where = Readonly<{ piece: string; pieceOn: Line['pieceOn']; label: string }>;

/** A line on one side: a positive amount is a debit, a negative one a credit. */
export const lineOf = (
  account: Account,
  signed: number,
  where: Where,
  more: Readonly<{ auxiliary?: Auxiliary; settlement?: Settlement | null }> = {},
): Line => ({
  account,
  auxiliary: more.auxiliary ?? null,
  ...where,
  debit: signed > 0 ? cents(signed) : ZERO,
  credit: signed < 0 ? cents(-signed) : ZERO,
  settlement: more.settlement ?? null,
});

const auxiliaryOf = (customer: DemoCustomer): Auxiliary => ({ ref: customer.ref, name: customer.name });

/** Who settles what: found by identity of the sale or receipt. */
type Groups = ReadonlyMap<Sale | Receipt, Settlement>;

const groupsOf = (settlements: readonly Settlement[]): Groups =>
  new Map(settlements.flatMap((group) => [...group.sales, ...group.receipts].map((one) => [one, group] as const)));

const saleEntry = (sale: Sale, number: string, settlement: Settlement | null): Entry => {
  const sign = sale.kind === 'invoice' ? 1 : -1;
  const where = { piece: number, pieceOn: sale.issuedOn, label: `${sale.label} ${sale.customer.name}` };
  const net = sale.grossCents - sale.vatCents;
  const lines = [
    lineOf('411000', sign * sale.grossCents, where, { auxiliary: auxiliaryOf(sale.customer), settlement }),
    lineOf('707000', -sign * net, where),
    lineOf('445710', -sign * sale.vatCents, where),
  ];
  return { journal: 'VE', on: sale.issuedOn, lines: lines.filter((line) => line.debit + line.credit > 0) };
};

const receiptEntry = (receipt: Receipt, number: string, settlement: Settlement | null): Entry => {
  const where = { piece: number, pieceOn: receipt.on, label: `Virement ${receipt.customer.name}` };
  return {
    journal: 'BQ',
    on: receipt.on,
    lines: [
      lineOf('512000', receipt.cents, where),
      lineOf('411000', -receipt.cents, where, { auxiliary: auxiliaryOf(receipt.customer), settlement }),
    ],
  };
};

const doubtfulEntry = ({ sale, on }: DoubtfulTransfer, number: string, settlement: Settlement): Entry => {
  const where = { piece: number, pieceOn: sale.issuedOn, label: `Passage en douteux ${sale.customer.name}` };
  const auxiliary = auxiliaryOf(sale.customer);
  return {
    journal: 'OD',
    on,
    lines: [
      lineOf('416000', sale.grossCents, where, { auxiliary }),
      lineOf('411000', -sale.grossCents, where, { auxiliary, settlement }),
    ],
  };
};

/** The entries of the whole trade, in no particular order. */
export function writeTrade(trade: Trade, pieces: Pieces): readonly Entry[] {
  const moved = trade.doubtful.map((move): [DoubtfulTransfer, Settlement] => [
    move,
    { on: move.on, sales: [move.sale], receipts: [] },
  ]);
  const groups = new Map([...groupsOf(trade.settlements), ...groupsOf(moved.map(([, group]) => group))]);
  return [
    ...trade.sales.map((sale) => saleEntry(sale, pieces.saleNumber(sale), groups.get(sale) ?? null)),
    ...trade.receipts.map((receipt) =>
      receiptEntry(receipt, pieces.receiptNumber(receipt), groups.get(receipt) ?? null),
    ),
    ...moved.map(([move, group]) => doubtfulEntry(move, pieces.saleNumber(move.sale), group)),
  ];
}
