// Create a company: with its shipped scenarios, ready to be planned for. Run twice: the same company.
import { SHIPPED_SCENARIOS } from '@quittance/core/dunning';
import type { CompanyId } from '@quittance/core/kernel';
import { insertCompany } from '@quittance/db/companies/write';
import { insertScenarioVersion } from '@quittance/db/dunning/write';
import { appendEvent } from '@quittance/db/journal';
import { type Context, inOrganization } from '../context/index.ts';

/** A company to create; `code` names it in commands and files. */
export type NewCompany = Readonly<{ code: string; name: string; siren: string | null }>;

const SCENARIO_NAMES: Readonly<Record<string, string>> = {
  standard: 'Standard',
  trusted: 'Confiance',
  strict: 'Strict',
};

/** Creates the company with the three shipped ladders, or finds the one of that code. */
export const createCompany = (context: Context, company: NewCompany): Promise<CompanyId> =>
  inOrganization(context, async (tx) => {
    const { companyId, created } = await insertCompany(tx, company);
    if (!created) return companyId;
    for (const scenario of SHIPPED_SCENARIOS) {
      const name = SCENARIO_NAMES[scenario.code] ?? scenario.code;
      await insertScenarioVersion(tx, {
        companyId,
        code: scenario.code,
        name,
        steps: scenario.steps,
        actor: context.actor,
      });
    }
    await appendEvent(tx, {
      kind: 'company.created',
      subject: 'company',
      subjectId: companyId,
      payload: { ...company },
    });
    return companyId;
  });
