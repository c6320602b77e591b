// For tests of imports: a database, companies in it, and files given as text.
import { type CompanyId, day, type OrgId } from '@quittance/core/kernel';
import { insertCompany } from '@quittance/db/companies/write';
import { withOrg } from '@quittance/db/tx';
import { testDatabase } from '@quittance/testkit/database';
import { sql } from 'kysely';
import { clockAt } from '../../ports/clock.ts';
import { type ImportRequest, importFile } from '../import-file.ts';
import type { ImportReport } from '../report.ts';

/** The business day of these tests. */
export const TODAY = day('2025-06-30');

/** A company on a test database of its own. */
export async function importStage() {
  const base = await testDatabase();
  const { db } = base;
  const made = await sql<{ id: OrgId }>`SELECT create_organization('books', 'Books') AS id`.execute(db);
  const orgId = made.rows[0]!.id;
  let companies = 0;
  const company = async (): Promise<CompanyId> => {
    companies += 1;
    const code = `C${companies}`;
    return (await withOrg(db, orgId, (tx) => insertCompany(tx, { code, name: code, siren: null }))).companyId;
  };
  const context = { db, orgId, actor: 'test', clock: clockAt(new Date('2025-06-30T10:00:00Z')) };
  const bring = (
    companyId: CompanyId,
    content: string | Buffer,
    more: Partial<ImportRequest> = {},
  ): Promise<ImportReport> =>
    importFile(context, {
      companyId,
      kind: 'fec',
      fileName: 'books.txt',
      open: () => pieces(Buffer.from(content)),
      on: TODAY,
      ...more,
    });
  return { ...base, orgId, company, context, bring };
}

/** A buffer as an upload gives it: in pieces. */
async function* pieces(content: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += 65_536) yield content.subarray(at, at + 65_536);
}
