// quittance interest: late penalties of one invoice through a day, segment by segment, with what they rest on.
import { fill } from '@quittance/contracts/messages';
import { type Day, ratePercent } from '@quittance/core/kernel';
import type { PenaltyStatement } from '@quittance/core/law';
import { interestOfInvoice } from '@quittance/usecases/penalties';
import { amountText, dayText, numberText } from '../../output/format.ts';
import { tableText } from '../../output/table.ts';
import type { Call } from '../../run/cli.ts';
import { answer, type CompanyDesk, type Desk, type Outcome } from '../../run/desk.ts';
import { inCompany } from '../../run/in-house.ts';

type Options = Readonly<{ on?: Day; invoice: string }>;

const jsonOf = ({ segments, ...statement }: PenaltyStatement) => ({
  ...statement,
  segments: segments.map(({ rate, ...segment }) => ({ ...segment, ratePct: ratePercent(rate) })),
});

function textOf(statement: PenaltyStatement, desk: CompanyDesk, number: string): string {
  const { words, language, settings, on } = desk;
  const amount = (cents: number) => amountText(cents, settings.currency, language);
  const { from, toDay, days, rate, principal, interest, total } = words.headers;
  const right = (header: string) => ({ header, right: true });
  const rows = statement.segments.map((segment) => [
    dayText(segment.from, language),
    dayText(segment.to, language),
    String(segment.days),
    `${numberText(ratePercent(segment.rate), language)} %`,
    amount(segment.principalCents),
    amount(segment.interestCents),
  ]);
  const fee = [words.says.fixedFee, '', '', '', '', amount(statement.fixedFeeCents)];
  const columns = [{ header: from }, { header: toDay }, right(days), right(rate), right(principal), right(interest)];
  const title = fill(words.says.interestOn, { number, on: dayText(on, language) });
  const foot = [total, '', '', '', '', amount(statement.totalCents)];
  return `${title}\n\n${tableText(columns, [...rows, fee], foot)}\n${statement.basis.articles.join(', ')}`;
}

async function interest(desk: CompanyDesk, { invoice: number }: Options): Promise<Outcome> {
  const { context, settings, on } = desk;
  const found = await interestOfInvoice(context, { companyId: settings.companyId, number, on });
  if (!found.ok) return found;
  const { statement } = found.value;
  return answer({ invoice: number, on, ...jsonOf(statement) }, textOf(statement, desk, number));
}

/** The command. */
export const run = (desk: Desk, { options }: Call<Options>): Promise<number> =>
  inCompany(desk, options, (inside) => interest(inside, options));
