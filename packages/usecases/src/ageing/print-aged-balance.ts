// The aged balance on paper: what a printer needs to draw it, for every row found.
import { type AgedAmounts, type Buckets, sumAged } from '@quittance/core/ageing';
import { ok, type Result, refuse } from '@quittance/core/kernel';
import type { Language } from '@quittance/core/parties';
import { isEverybody } from '@quittance/db/ageing';
import { getSettings } from '../companies/index.ts';
import { type Context, readOrganization } from '../context/index.ts';
import type { BalancePrint, BalancePrinter } from '../ports/balance-printer.ts';
import type { AgedBalancePageRequest } from './aged-balance-page.ts';
import { readChoices, readPicture } from './aged-picture.ts';
import { bucketsFor } from './bounds.ts';
import { type AgedRow, findLines, orderedRows } from './find-lines.ts';
import { readLedgerTie } from './ledger-tie.ts';

/** Rows a print holds at most: some two hundred pages. */
const MOST_PRINTED = 6_000;

/** What is printed, and for whom. */
export type PrintRequest = Omit<AgedBalancePageRequest, 'limit' | 'offset'> & Readonly<{ language: Language }>;

/** A finished print. */
export type PrintedBalance = Readonly<{ fileName: string; pdf: Uint8Array }>;

const amountsOf = ({ cents, unappliedCents, totalCents }: AgedAmounts, buckets: Buckets): number[] => [
  ...buckets.map(({ key }) => cents[key] ?? 0),
  -unappliedCents,
  totalCents,
];

const heldOf = (row: AgedAmounts): number =>
  [...Object.values(row.disputed), ...Object.values(row.held)].reduce<number>((sum, one) => sum + one, 0);

const rowOf = (row: AgedRow, buckets: Buckets): BalancePrint['rows'][number] => ({
  ref: row.ref,
  name: row.name,
  customers: row.customers,
  amounts: amountsOf(row, buckets),
  heldCents: heldOf(row),
});

async function readPrint(context: Context, asked: PrintRequest): Promise<BalancePrint> {
  const { companyId, on, language, by = 'customer' } = asked;
  return readOrganization(context, async (tx) => {
    const { currency, policy, letterhead } = await getSettings(tx, companyId);
    const buckets = bucketsFor(asked.bounds ?? policy.ageingBounds);
    const keys = buckets.map(({ key }) => key);
    const found = findLines(await readPicture(tx, context, { companyId, currency, on, buckets }), asked);
    const rows = orderedRows(found, asked, { keys, choices: await readChoices(tx, context, companyId) });
    const totals = sumAged(found, keys);
    const isWhole = !context.portfolio && !asked.search && isEverybody(asked.filter ?? {});
    const tie = isWhole ? await readLedgerTie(tx, context, { companyId, currency }) : null;
    return {
      ...{ company: letterhead.name, on, currency, language, by, buckets },
      filters: [asked.filter?.segment, asked.filter?.owner, asked.search].filter((one): one is string => Boolean(one)),
      rows: rows.map((row) => rowOf(row, buckets)),
      totals: amountsOf(totals, buckets),
      heldCents: heldOf(totals),
      tie: tie && { on: tie.booksOn, ledgerCents: tie.ledgerCents, differenceCents: tie.differenceCents },
    };
  });
}

/** Draws every row found, in the order asked. Refused beyond `MOST_PRINTED` rows: a workbook serves better. */
export async function printAgedBalance(
  context: Context,
  printer: BalancePrinter,
  asked: PrintRequest,
): Promise<Result<PrintedBalance, Readonly<{ code: 'too_large_to_export' }>>> {
  const print = await readPrint(context, asked);
  if (print.rows.length > MOST_PRINTED) return refuse({ code: 'too_large_to_export' });
  const { pdf } = await printer.renderBalance(print);
  return ok({ fileName: `${asked.language === 'fr' ? 'balance-agee' : 'aged-balance'}-${asked.on}.pdf`, pdf });
}
