// Same text: nobody is written the same words twice running about the same receivables (R9).
import type { ReceivableId } from '../../kernel/index.ts';
import type { CustomerFacts, PastContact } from '../facts.ts';
import type { Channel, Step, Tone } from '../scenario.ts';
import { channelsOf, chooseRoute, type Route } from './contact.ts';

const WRITTEN: readonly Channel[] = ['email', 'sms', 'letter', 'registered_letter'];
/** Tones a reminder may rise to by itself. A formal notice is only ever sent as a step of its own. */
const RISING: readonly Tone[] = ['courteous', 'firm', 'last_warning'];

/** The latest written contacts (several when they share their day) about any of the receivables. */
function lastTexts(customer: CustomerFacts, ids: ReadonlySet<ReceivableId>): readonly PastContact[] {
  let latest: PastContact[] = [];
  for (const past of customer.pastContacts) {
    if (!WRITTEN.includes(past.channel) || !past.receivableIds.some((id) => ids.has(id))) continue;
    const first = latest[0];
    if (!first || past.on > first.on) latest = [past];
    else if (past.on === first.on) latest.push(past);
  }
  return latest;
}

const isAboutSame = (past: PastContact, ids: ReadonlySet<ReceivableId>): boolean =>
  past.receivableIds.length === ids.size && past.receivableIds.every((id) => ids.has(id));

/** How a message is finally worded and sent. */
export type Wording = Readonly<{ route: Route; tone: Tone }>;

/**
 * The step's tone on the route, or where that would repeat the last text: the next stronger tone, else the step's next channel
 * that reaches somebody; null when every way repeats it. A call repeats no text.
 */
export function freshWording(
  customer: CustomerFacts,
  step: Step,
  message: Readonly<{ route: Route; ids: ReadonlySet<ReceivableId> }>,
): Wording | null {
  const { route, ids } = message;
  const last =
    customer.pastContacts.length === 0 ? [] : lastTexts(customer, ids).filter((past) => isAboutSame(past, ids));
  const repeats = (channel: Channel, tone: Tone): boolean =>
    WRITTEN.includes(channel) && last.some((past) => past.channel === channel && past.tone === tone);
  if (!repeats(route.channel, step.tone)) return { route, tone: step.tone };

  const at = RISING.indexOf(step.tone);
  const stronger = at < 0 ? undefined : RISING.slice(at + 1).find((tone) => !repeats(route.channel, tone));
  if (stronger) return { route, tone: stronger };

  const channels = channelsOf(step);
  const others = channels.slice(channels.indexOf(route.channel) + 1).filter((channel) => !repeats(channel, step.tone));
  const other = chooseRoute(customer, others, step.contactRole).route;
  return other && { route: other, tone: step.tone };
}
