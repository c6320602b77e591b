// Which importer takes which kind of file. A kind without one is recognised and refused; the file is not lost, it is still the user's.
import { importBankTable } from './bank/import-bank-table.ts';
import { importStatements } from './bank/import-statements.ts';
import { importFec } from './fec/import-fec.ts';
import type { Importer } from './importer.ts';
import type { ImportKind } from './report.ts';
import { importContacts } from './tables/import-contacts.ts';
import { importCustomers } from './tables/import-customers.ts';
import { importInvoices } from './tables/import-invoices.ts';
import { importPayments } from './tables/import-payments.ts';
import { importWorkbook } from './tables/import-workbook.ts';

/** The importers there are. */
export const IMPORTERS: Readonly<Partial<Record<ImportKind, Importer>>> = {
  fec: importFec,
  'csv-customers': importCustomers,
  'csv-contacts': importContacts,
  'csv-invoices': importInvoices,
  'csv-payments': importPayments,
  'csv-bank': importBankTable,
  xlsx: importWorkbook,
  camt: importStatements,
  cfonb120: importStatements,
  cfonb240: importStatements,
  mt940: importStatements,
  ofx: importStatements,
};
