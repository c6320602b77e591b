// quittance match: what waiting bank movements pay or give back, as of a day where one is said; with --apply, what is certain is applied and the rest kept as proposals.
import { fill } from '@quittance/contracts/messages';
import type { Day } from '@quittance/core/kernel';
import { mapReturned } from '@quittance/db/cash';
import { matchWaiting, previewMatches } from '@quittance/usecases/cash';
import { readOrganization } from '@quittance/usecases/context';
import { amountText, dayText } from '../../output/format.ts';
import { tableText } from '../../output/table.ts';
import type { Call } from '../../run/cli.ts';
import { answer, type CompanyDesk, type Desk } from '../../run/desk.ts';
import { inCompany } from '../../run/in-house.ts';
import { type MatchDocument, matchDocument, returnedIds } from './match-document.ts';

type Options = Readonly<{ on?: Day; apply?: boolean }>;

function textOf(
  { lines, setAside }: Readonly<{ lines: readonly MatchDocument[]; setAside: number }>,
  { words, language, settings }: CompanyDesk,
): string {
  const { id, day, gross, counterparty, decision, invoices, confidence } = words.headers;
  const right = (header: string) => ({ header, right: true });
  const columns = [right(id), { header: day }, right(gross), { header: counterparty }, { header: decision }];
  const rows = lines.map(({ transaction, ...line }) => [
    String(transaction.id),
    dayText(transaction.bookedOn as Day, language),
    amountText(transaction.amountCents, settings.currency, language),
    transaction.counterparty ?? transaction.label,
    [line.kind === 'return' ? words.says.returned : '', words.matchDecisions[line.applied ? 'applied' : line.decision]]
      .filter(Boolean)
      .join(' · '),
    (line.returned?.paid ?? line.allocations).map(({ invoice }) => invoice).join(' '),
    line.decision === 'none' ? '' : `${Math.floor(line.confidence * 1000) / 10} %`,
  ]);
  const counted = (of: (line: MatchDocument) => boolean) => lines.filter(of).length;
  const facts = {
    all: lines.length,
    applied: counted(({ applied }) => applied),
    sure: counted(({ applied, decision: said }) => !applied && said === 'auto'),
    suggested: counted(({ decision: said }) => said === 'suggest'),
    none: counted(({ decision: said }) => said === 'none'),
  };
  const sums = [fill(words.says.matched, facts, language)];
  if (setAside > 0) sums.push(fill(words.says.setAside, { count: setAside }, language));
  return `${tableText([...columns, { header: invoices }, right(confidence)], rows)}\n\n${sums.join('\n')}`;
}

/** The command. */
export const run = (desk: Desk, { options }: Call<Options>): Promise<number> =>
  inCompany(desk, options, async (inside) => {
    const { context, settings } = inside;
    const { companyId } = settings;
    const match = options.apply
      ? await matchWaiting(context, { companyId, on: options.on, apply: true })
      : await previewMatches(context, { companyId, on: options.on });
    const payments = await readOrganization(context, (tx) => mapReturned(tx, returnedIds(match)));
    const lines = matchDocument(match, payments);
    return answer(lines, textOf({ lines, setAside: match.setAside }, inside));
  });
