// Choose the organization and company a command is about: the only one there is, or the one named.
import { type OrgId, ok, type Result, refuse } from '@quittance/core/kernel';
import { type CompanyRow, listCompanies } from '@quittance/db/companies';
import { listOrganizations, type OrganizationRow } from '@quittance/db/organizations';
import { type Database, withOrg } from '@quittance/db/tx';
import type { CliRefusal } from './answer.ts';

/** Names given by options; absent where not. */
export type Named = Readonly<{ org: string | undefined; company: string | undefined }>;

/** A company with its organization's slug. */
export type Chosen = Readonly<{ orgId: OrgId; org: string; company: CompanyRow }>;

/** Codes hold no spaces; a name with its case may be given instead. */
const isNamed = (company: CompanyRow, name: string | undefined): boolean =>
  name === undefined || company.code === name || company.name === name;

async function candidates(db: Database, { org, company }: Named): Promise<Chosen[]> {
  const organizations = (await listOrganizations(db)).filter((each) => org === undefined || each.slug === org);
  const found: Chosen[] = [];
  for (const { orgId, slug } of organizations) {
    const companies = await withOrg(db, orgId, listCompanies);
    for (const each of companies) if (isNamed(each, company)) found.push({ orgId, org: slug, company: each });
  }
  return found;
}

/** The one company meant. Refused when there is none, naming what would make one, or several, naming them. */
export async function chooseCompany(db: Database, named: Named): Promise<Result<Chosen, CliRefusal>> {
  const found = await candidates(db, named);
  if (found.length === 1) return ok(found[0]!);
  const names = found.map(({ org, company }) => `--org ${org} --company ${company.code}`).join('\n  ');
  if (found.length > 1) return refuse({ code: 'company_ambiguous', names });
  const asked = [named.org, named.company].filter((name) => name !== undefined).join(' / ');
  return refuse(asked ? { code: 'company_not_found', asked } : { code: 'no_company' });
}

/** The one organization meant, whatever its companies. */
export async function chooseOrganization(db: Database, named: Named): Promise<Result<OrganizationRow, CliRefusal>> {
  if (named.company !== undefined) {
    const chosen = await chooseCompany(db, named);
    return chosen.ok ? ok({ orgId: chosen.value.orgId, slug: chosen.value.org, name: '' }) : chosen;
  }
  const found = (await listOrganizations(db)).filter((each) => named.org === undefined || each.slug === named.org);
  if (found.length === 1) return ok(found[0]!);
  if (found.length > 1)
    return refuse({ code: 'company_ambiguous', names: found.map(({ slug }) => `--org ${slug}`).join('\n  ') });
  return refuse(named.org ? { code: 'company_not_found', asked: named.org } : { code: 'no_company' });
}
