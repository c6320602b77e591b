// Totals: the days of a simulation summed by channel and in all.
import type { SimulationView } from '@quittance/contracts/api';

type Days = SimulationView['now'];
type Channel = Days[number]['lines'][number]['channel'];

/** Messages and tasks of some days, by channel; amounts by currency. */
export type Totals = Readonly<{
  count: number;
  byChannel: ReadonlyMap<Channel, number>;
  amounts: ReadonlyMap<string, number>;
}>;

/** Sums the lines of days. */
export function totalsOf(days: Days): Totals {
  const byChannel = new Map<Channel, number>();
  const amounts = new Map<string, number>();
  let count = 0;
  for (const line of days.flatMap(({ lines }) => lines)) {
    count += line.count;
    byChannel.set(line.channel, (byChannel.get(line.channel) ?? 0) + line.count);
    amounts.set(line.currency, (amounts.get(line.currency) ?? 0) + line.totalCents);
  }
  return { count, byChannel, amounts };
}
