// quittance reminders simulate: day by day, what would leave if everything did and nothing were paid. Changes nothing.
import type { SimulatedDay } from '@quittance/core/dunning';
import type { Day } from '@quittance/core/kernel';
import { simulatePeriod } from '@quittance/usecases/reminders';
import { amountText, dayText } from '../../output/format.ts';
import { tableText } from '../../output/table.ts';
import type { Call } from '../../run/cli.ts';
import { answer, type CompanyDesk, type Desk, type Outcome } from '../../run/desk.ts';
import { inCompany } from '../../run/in-house.ts';

type Options = Readonly<{ from: Day; to: Day; scenario?: string }>;

/** `totalCents` adds up the company's currency; other currencies stand in the lines. */
const dayOf = ({ on, lines }: SimulatedDay, currency: string) => ({
  on,
  count: lines.reduce((sum, line) => sum + line.count, 0),
  totalCents: lines.reduce((sum, line) => sum + (line.currency === currency ? line.totalCents : 0), 0),
  lines,
});

function textOf(days: readonly ReturnType<typeof dayOf>[], { words, language }: CompanyDesk): string {
  const { day, scenario, step, channel, count, total } = words.headers;
  const right = (header: string) => ({ header, right: true });
  const columns = [
    { header: day },
    { header: scenario },
    { header: step },
    { header: channel },
    right(count),
    right(total),
  ];
  const rows = days.flatMap(({ on, lines }) =>
    lines.map((line) => [
      dayText(on, language),
      line.scenario,
      line.step,
      words.channels[line.channel] ?? line.channel,
      String(line.count),
      amountText(line.totalCents, line.currency, language),
    ]),
  );
  return rows.length === 0 ? words.says.nothing : tableText(columns, rows);
}

async function simulate(desk: CompanyDesk, { from, to, scenario }: Options): Promise<Outcome> {
  const { context, settings } = desk;
  const period = { companyId: settings.companyId, from, to, ...(scenario === undefined ? {} : { scenario }) };
  const simulated = await simulatePeriod(context, period);
  if (!simulated.ok) return simulated;
  const days = simulated.value.map((day) => dayOf(day, settings.currency));
  return answer({ from, to, scenario: scenario ?? null, currency: settings.currency, days }, textOf(days, desk));
}

/** The command. */
export const run = (desk: Desk, { options }: Call<Options>): Promise<number> =>
  inCompany(desk, { on: options.from }, (inside) => simulate(inside, options));
