// The lettering export: entries made here in a period and the letters of groups closed in it, in FEC layout, checked against the ledger.
import { addMonths, type CompanyId, type Day, groupBy, ok, type Result, refuse, yearOf } from '@quittance/core/kernel';
import { type LetterGroup, letterGroups, renderFec } from '@quittance/core/lettering';
import {
  type LetteringFact,
  type LetteringLine,
  listLetteringFacts,
  listLetteringLines,
  readOwnFactsCents,
} from '@quittance/db/payments';
import { type Context, readOrganization } from '../../context/index.ts';
import { companyToday } from '../today.ts';
import { groupEntry, type Lettered, ownEntries } from './entries.ts';

/** The file. */
export type LetteringFile = Readonly<{ fileName: string; text: string; entries: number; groups: number }>;

export type LetteringRefusal = Readonly<{ code: 'period_invalid' | 'ledger_unbalanced' }>;

const MONTHS_AT_MOST = 12;

const isPeriod = (from: Day, to: Day): boolean =>
  from <= to && to < addMonths(from, MONTHS_AT_MOST) && yearOf(from) > 0;

const byDay = (a: LetteringFact, b: LetteringFact): number =>
  a.on === b.on ? b.cents - a.cents : a.on < b.on ? -1 : 1;

function lettersOf(facts: readonly LetteringFact[], lines: readonly LetteringLine[]): Map<number, LetterGroup[]> {
  const linesOf = groupBy(lines, (line) => line.customerId as number);
  const factsOf = groupBy(facts, (fact) => fact.customerId as number);
  return new Map(
    [...factsOf].map(([customerId, own]) => {
      const sized = own.map(({ id, cents }) => ({ id, cents: Math.abs(cents) }));
      return [customerId, letterGroups(sized, linesOf.get(customerId) ?? [])];
    }),
  );
}

/**
 * Entries of the facts made here, dated in the period; then, for each group closed in it that the books do not know as such, one entry of
 * journal LET with all its lines. Refuses `ledger_unbalanced` where an entry, a group or their sum does not agree with the ledger.
 */
export const exportLettering = (
  context: Context,
  { companyId, from, to }: Readonly<{ companyId: CompanyId; from: Day; to: Day }>,
): Promise<Result<LetteringFile, LetteringRefusal>> =>
  readOrganization(context, async (tx) => {
    if (!isPeriod(from, to)) return refuse({ code: 'period_invalid' });
    const { company } = await companyToday(tx, context, companyId);
    const scope = { companyId, currency: company.currency, from, to };
    const facts = await listLetteringFacts(tx, scope);
    const groups = lettersOf(facts, await listLetteringLines(tx, scope));
    const letters = new Map<string, Lettered>();
    for (const { code, on, factIds } of [...groups.values()].flat())
      for (const id of factIds) letters.set(id, { code, on });
    const own = facts.filter((fact) => fact.isOurs && fact.on >= from && fact.on <= to);
    const shown = [...groups.values()].flat().filter((g) => !g.isFromBooks && g.on >= from && g.on <= to);
    const byId = new Map(facts.map((fact) => [fact.id, fact]));
    const closed = shown.map((group) => groupEntry(group, group.factIds.map((id) => byId.get(id)!).sort(byDay)));
    const total = own.reduce((sum, fact) => sum + fact.cents, 0);
    if (total !== (await readOwnFactsCents(tx, scope))) return refuse({ code: 'ledger_unbalanced' });
    const entries = [...ownEntries(own, letters), ...closed];
    const rendered = renderFec(entries);
    if (!rendered.ok) return refuse({ code: 'ledger_unbalanced' });
    const siren = company.letterhead.siren ?? company.code;
    const fileName = `${siren}LETTRAGE${to.replaceAll('-', '')}.txt`;
    return ok({ fileName, text: rendered.value, entries: entries.length, groups: closed.length });
  });
