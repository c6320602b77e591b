// Inspect a file before importing it: what it is and why, and for tables its headers, first rows and guessed or remembered columns.
import { TABLE_KINDS, type TableKind } from '@quittance/core/intake';
import { type CompanyId, ok, type Result } from '@quittance/core/kernel';
import { type BankAccountRow, findLayoutAccount, listBankAccounts } from '@quittance/db/bank';
import { findImportOfFile, findMapping } from '@quittance/db/imports';
import { COLUMNS, inspectCsv, type TableInspection } from '@quittance/formats/csv';
import type { FileRefusal } from '@quittance/formats/text';
import { inspectXlsx } from '@quittance/formats/xlsx';
import { type Context, readOrganization } from '../context/index.ts';
import { hashFile } from './file-hash.ts';
import { layoutOf } from './layout.ts';
import { recogniseFile } from './remembered-kind.ts';
import type { ImportKind } from './report.ts';

/** A file to look at; `kind` and `table` overrule what would be recognised. */
export type InspectRequest = Readonly<{
  companyId: CompanyId;
  fileName: string;
  open: () => AsyncIterable<Uint8Array>;
  kind?: ImportKind;
  table?: TableKind;
}>;

/** What a file shows before it is imported. */
export type Inspection = Readonly<{
  kind: ImportKind | 'unknown';
  /** Why it was taken for that, as a code. */
  reason: string;
  sha256: string;
  bytes: number;
  /** For tables. */
  table: TableKind | null;
  headers: readonly string[];
  rows: readonly (readonly string[])[];
  columns: readonly Readonly<{ column: string; required: boolean; header: string | null }>[];
  /** The columns were remembered from an earlier file of the same layout. */
  remembered: boolean;
  /** For bank tables: accounts the file may be of, and the one its layout was last said to be of. */
  accounts: readonly BankAccountRow[];
  accountId: number | null;
  importedBefore: Readonly<{ importId: number; at: Date }> | null;
}>;

const NO_TABLE = {
  table: null,
  headers: [],
  rows: [],
  columns: [],
  remembered: false,
  accounts: [],
  accountId: null,
} as const;

const tableOfKind = (kind: string): TableKind | undefined => TABLE_KINDS.find((table) => kind === `csv-${table}`);

async function inspectTable(
  context: Context,
  request: InspectRequest,
  shown: TableInspection,
  wanted: TableKind | undefined,
): Promise<Omit<Inspection, 'kind' | 'reason' | 'sha256' | 'bytes' | 'importedBefore'>> {
  const best = shown.guesses.find((each) => each.kind === wanted) ?? shown.guesses[0]!;
  const layout = { companyId: request.companyId, kind: best.kind, signature: layoutOf(shown.headers) };
  const { kept, accounts, accountId } = await readOrganization(context, async (tx) => {
    const isBank = best.kind === 'bank';
    return {
      kept: await findMapping(tx, layout),
      accounts: isBank ? await listBankAccounts(tx, request.companyId) : [],
      accountId: isBank ? await findLayoutAccount(tx, layout) : null,
    };
  });
  const chosen = kept ?? best.guess.mapping.columns;
  return {
    table: best.kind,
    headers: shown.headers,
    rows: shown.preview,
    columns: COLUMNS[best.kind].map((spec) => ({
      column: spec.name,
      required: spec.isRequired,
      header: chosen[spec.name] ?? null,
    })),
    remembered: kept !== undefined,
    accounts,
    accountId,
  };
}

/** Looks without importing anything; a file that is not what it claims to be is refused with the reason. */
export async function inspectFile(context: Context, request: InspectRequest): Promise<Result<Inspection, FileRefusal>> {
  const found = await recogniseFile(context, request);
  const kind = request.kind ?? found.kind;
  const hashed = await hashFile(request.open());
  const before = await readOrganization(context, (tx) =>
    findImportOfFile(tx, { companyId: request.companyId, sha256: hashed.sha256 }),
  );
  const head = {
    kind,
    reason: found.reason,
    ...hashed,
    importedBefore: before ? { importId: before.importId, at: before.startedAt } : null,
  };
  const isWorkbook = kind === 'xlsx';
  if (!isWorkbook && !kind.startsWith('csv-')) return ok({ ...head, ...NO_TABLE });
  const shown = isWorkbook ? await inspectXlsx(request.open()) : await inspectCsv(request.open());
  if (!shown.ok) return shown;
  return ok({ ...head, ...(await inspectTable(context, request, shown.value, request.table ?? tableOfKind(kind))) });
}
