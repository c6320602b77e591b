// Subject for a preview: everything a customer owes in one currency, as if a step of the given tone and channel listed it.
import type { CustomerFacts } from '@quittance/core/dunning';
import { cents, sumCents } from '@quittance/core/kernel';
import type { MessageSubject } from '../delivery/index.ts';
import { CARD_CONTACT } from '../reminders/index.ts';
import type { TemplateName } from './template-texts.ts';

/** Null where the customer has nothing open. */
export function applyTone(customer: CustomerFacts, name: TemplateName): MessageSubject | null {
  const currency = customer.receivables[0]?.currency;
  if (!currency) return null;
  const items = customer.receivables
    .filter((receivable) => receivable.currency === currency)
    .map(({ receivableId, openCents }) => ({ receivableId, cents: openCents }));
  const contact = customer.contacts.find((each) => each.contactId !== CARD_CONTACT);
  return {
    customerId: customer.customerId,
    channel: name.channel,
    tone: name.tone,
    language: name.language,
    contactId: contact?.contactId ?? null,
    totalCents: cents(sumCents(items.map((item) => item.cents))),
    currency,
    deadlineOn: null,
    credits: [],
    items,
  };
}
