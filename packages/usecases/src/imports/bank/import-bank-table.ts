// Importing bank movements from a table, CSV or workbook: one statement for each currency; the table names no account.
import type { BankMovement, BankRow } from '@quittance/core/intake';
import { ok } from '@quittance/core/kernel';
import { findLayoutAccount } from '@quittance/db/bank';
import { keepLayoutAccount } from '@quittance/db/bank/write';
import type { BankPiece, BankReading, StatementHead } from '@quittance/formats/bank';
import type { Importer, ImportRun } from '../importer.ts';
import { type OpenTable, openTable } from '../tables/open-table.ts';
import { saveBankFile } from './save-file.ts';

/** A reference that the label does not hold already is part of what was written. */
const labelOf = ({ label, reference }: BankRow): string =>
  [label, reference !== null && !label?.includes(reference) ? reference : null].filter(Boolean).join('\n');

const movementOf = (row: BankRow, run: ImportRun): BankMovement => ({
  row: row.row,
  bookedOn: row.bookedOn,
  valueOn: row.valueOn,
  cents: row.amountCents,
  currency: row.currency ?? run.currency,
  original: null,
  isBooked: true,
  bankCode: null,
  label: labelOf(row),
  counterpartyName: row.counterpartyName,
  counterpartyIban: row.counterpartyIban,
  endToEndId: null,
  creditorReference: null,
  mandateId: null,
  bankReference: row.reference,
  returnReason: null,
  isReturn: false,
});

const headOf = (currency: string): StatementHead => ({
  reference: null,
  accountIban: null,
  accountNumber: null,
  currency,
  opening: null,
  closing: null,
});

/** The rows as pieces of statements, a place for each currency in the order they are met. */
async function* piecesOf(
  batches: OpenTable<'bank'>['batches'],
  run: ImportRun,
  currencies: string[],
): AsyncGenerator<BankPiece, void> {
  for await (const { rows } of batches) {
    const movements = rows.map((row) => movementOf(row, run));
    for (const currency of new Set(movements.map((one) => one.currency))) {
      if (!currencies.includes(currency)) currencies.push(currency);
      const ofCurrency = movements.filter((one) => one.currency === currency);
      yield { statement: currencies.indexOf(currency), movements: ofCurrency, errors: [] };
    }
  }
}

/** Brings such a table in. */
export const importBankTable: Importer = async (tx, run) => {
  const table = await openTable(tx, run, 'bank');
  if (!table.ok) return table;
  const currencies: string[] = [];
  const format = run.kind === 'xlsx' ? 'xlsx' : 'csv';
  const reading: BankReading = {
    pieces: piecesOf(table.value.batches, run, currencies),
    outcome: () => {
      const outcome = table.value.outcome();
      return outcome.ok ? ok({ format, heads: currencies.map(headOf), notes: [] }) : outcome;
    },
  };
  const { layout } = table.value;
  const rememberedAccount = await findLayoutAccount(tx, layout);
  const saved = await saveBankFile(tx, run, { ...reading, rememberedAccount });
  if (!saved.ok) return saved;
  const closed = await table.value.close();
  if (run.account !== undefined) await keepLayoutAccount(tx, layout, run.importId);
  return closed.ok ? ok({ ...saved.value, notes: [...closed.value, ...saved.value.notes] }) : closed;
};
