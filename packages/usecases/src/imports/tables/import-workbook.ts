// Importing a workbook: what its first filled sheet holds is told by the mapping given, else by its headers.
import type { TableKind } from '@quittance/core/intake';
import { refuse } from '@quittance/core/kernel';
import { inspectXlsx } from '@quittance/formats/xlsx';
import { importBankTable } from '../bank/import-bank-table.ts';
import type { Importer } from '../importer.ts';
import { importContacts } from './import-contacts.ts';
import { importCustomers } from './import-customers.ts';
import { importInvoices } from './import-invoices.ts';
import { importPayments } from './import-payments.ts';

const TABLES: Readonly<Partial<Record<TableKind, Importer>>> = {
  customers: importCustomers,
  contacts: importContacts,
  invoices: importInvoices,
  payments: importPayments,
  bank: importBankTable,
};

/** Below this nothing is imported on a guess. */
const SURE_ENOUGH = 0.5;

/** Brings a workbook in as the table it is. */
export const importWorkbook: Importer = async (tx, run) => {
  const shown = await inspectXlsx(run.open());
  if (!shown.ok) return shown;
  const best = shown.value.guesses[0];
  const table = run.mapping?.kind ?? (best && best.confidence >= SURE_ENOUGH ? best.kind : undefined);
  const expected = Object.keys(TABLES).join(' ');
  if (!table)
    return refuse({ code: 'unknown_table', row: null, seen: shown.value.headers.join(' | ').slice(0, 80), expected });
  const importer = TABLES[table];
  return importer
    ? importer(tx, run)
    : refuse({ code: 'kind_not_supported_yet', row: null, seen: `xlsx ${table}`, expected });
};
