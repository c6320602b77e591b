// Example view: an invented debtor and three invoices, to show a text on where no real customer is named.
import { nextWorkedDay } from '@quittance/core/calendar';
import { addDays, cents, type Day, daysBetween } from '@quittance/core/kernel';
import type { MessageView } from '@quittance/core/letters';
import type { CompanySettings } from '../companies/settings.ts';
import { senderView } from '../delivery/message/sender-view.ts';
import type { TemplateName } from './template-texts.ts';

const LINES = [
  { number: 'F-2041', ageDays: 78, termDays: 30, cents: 184_800, orderRef: 'BC-118' },
  { number: 'F-2063', ageDays: 61, termDays: 30, cents: 96_060, orderRef: null },
  { number: 'F-2090', ageDays: 44, termDays: 30, cents: 41_250, orderRef: null },
];

/** A view of the name's tone, channel, language and kind of debtor, in the company's own letterhead. */
export function exampleView(settings: CompanySettings, name: TemplateName, on: Day): MessageView {
  const shift = name.tone === 'notice' ? 50 : 0;
  const lines = LINES.map((line) => {
    const issuedOn = addDays(on, shift - line.ageDays);
    const dueOn = addDays(issuedOn, line.termDays);
    return {
      number: line.number,
      issuedOn,
      dueOn,
      dueEstimated: false,
      grossCents: cents(line.cents),
      openCents: cents(line.cents),
      daysLate: daysBetween(dueOn, on),
      orderRef: line.orderRef,
    };
  });
  return {
    ...name,
    sender: senderView(settings),
    recipient: {
      ref: 'C00042',
      name: 'Menuiserie Delorme',
      kind: name.audience,
      contactName: 'Claire Morel',
      addressLines: ['12 rue des Tanneurs', '69005 Lyon'],
    },
    on,
    place: settings.letterhead.address?.city ?? null,
    lines,
    credits: [],
    totalCents: cents(LINES.reduce((sum, line) => sum + line.cents, 0)),
    currency: settings.currency,
    deadlineOn:
      name.tone === 'notice' ? null : nextWorkedDay(addDays(on, settings.policy.formalNoticeDays), settings.calendar),
    earlierReminders: [{ on: addDays(on, -15), channel: 'email', tone: 'courteous' }],
    penalties: { mode: 'none' },
    paymentLink: null,
    reference: 'C00042',
    epcPayload: null,
    attachments: [],
  };
}
