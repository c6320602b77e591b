// Contact: on which channel of a step, and to whom (R10, situations 16 and 17).
import type { Contact, ContactRole } from '../../parties/index.ts';
import type { CustomerFacts } from '../facts.ts';
import type { ContactRepair } from '../plan.ts';
import type { Channel, Step } from '../scenario.ts';

/** A channel that can be used and the person reached by it; no person for post to the customer's address and for tasks. */
export type Route = Readonly<{ channel: Channel; contact: Contact | null }>;

export type RouteChoice = Readonly<{ route: Route | null; repairs: readonly ContactRepair[] }>;

const rankFor = (contact: Contact, role: ContactRole): number => {
  if (contact.roles.includes(role)) return 0;
  if (contact.roles.includes('billing')) return 1;
  return contact.roles.length === 0 ? 2 : 3;
};

/** The step's role first, then billing, then a contact without any role, then anybody; the oldest contact of equals. */
function bestContact(contacts: readonly Contact[], role: ContactRole): Contact | null {
  let best: Contact | null = null;
  let bestRank = 4;
  for (const contact of contacts) {
    const rank = rankFor(contact, role);
    if (best === null || rank < bestRank || (rank === bestRank && contact.contactId < best.contactId)) {
      best = contact;
      bestRank = rank;
    }
  }
  return best;
}

type Reach = Readonly<{ contact: Contact | null }> | Readonly<{ reason: ContactRepair['reason']; of: Contact | null }>;

function reachByEmail(customer: CustomerFacts, role: ContactRole): Reach {
  const withEmail = customer.contacts.filter((contact) => contact.email !== null && contact.email !== '');
  const contact = bestContact(
    withEmail.filter((c) => c.emailStatus === 'valid'),
    role,
  );
  if (contact) return { contact };
  const unusable = bestContact(withEmail, role);
  return { reason: unusable && unusable.emailStatus !== 'valid' ? unusable.emailStatus : 'missing', of: unusable };
}

function reach(customer: CustomerFacts, channel: Channel, role: ContactRole): Reach {
  if (channel === 'task') return { contact: null };
  if (channel === 'email') return reachByEmail(customer, role);
  if (channel === 'letter' || channel === 'registered_letter') {
    return customer.hasPostalAddress ? { contact: null } : { reason: 'missing', of: null };
  }
  const contact = bestContact(
    customer.contacts.filter((c) => c.phone !== null && c.phone !== ''),
    role,
  );
  return contact ? { contact } : { reason: 'missing', of: null };
}

/** The step's channels in the order they are tried. */
export const channelsOf = (step: Step): readonly Channel[] => [step.channel, ...step.fallbackChannels];

/** The first of the channels the customer can be reached on, and a repair for each one tried in vain before it. */
export function chooseRoute(customer: CustomerFacts, channels: readonly Channel[], role: ContactRole): RouteChoice {
  const repairs: ContactRepair[] = [];
  for (const channel of channels) {
    const reached = reach(customer, channel, role);
    if ('contact' in reached) return { route: { channel, contact: reached.contact }, repairs };
    repairs.push({
      customerId: customer.customerId,
      channel,
      reason: reached.reason,
      contactId: reached.of?.contactId ?? null,
    });
  }
  return { route: null, repairs };
}
