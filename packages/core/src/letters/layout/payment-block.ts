// Payment block: how to pay, as finished texts: amount, deadline, transfer details, link, transfer code.
import { amountToPay } from '../check-view.ts';
import type { MessageView } from '../view.ts';
import { formatIban, formatLongDay, formatMoney } from '../wording/format.ts';
import { labels } from '../wording/labels.ts';

/** `code` asks for figures of equal width (IBAN, BIC, reference). */
export type PaymentFact = Readonly<{ label: string; value: string; code: boolean }>;

export type PaymentBlock = Readonly<{
  title: string;
  facts: readonly PaymentFact[];
  link: Readonly<{ label: string; url: string }> | null;
  qr: Readonly<{ payload: string; caption: string }> | null;
}>;

/** Only web addresses become links: anything else (javascript:, data:) is dropped. */
const safeLink = (url: string | null): string | null =>
  url !== null && /^https?:\/\/[^\s"'<>]+$/.test(url) ? url : null;

/** The ways to pay of a checked view. A transfer needs an IBAN; without one the code is left out too. */
export function renderPaymentBlock(view: MessageView): PaymentBlock {
  const words = labels(view.language);
  const { sender } = view;
  const facts: PaymentFact[] = [
    { label: words.amount, value: formatMoney(amountToPay(view), view.currency, view.language), code: false },
  ];
  if (view.deadlineOn)
    facts.push({ label: words.payBefore, value: formatLongDay(view.deadlineOn, view.language), code: false });
  facts.push({ label: words.reference, value: view.reference, code: true });
  if (sender.iban) {
    facts.push(
      { label: words.beneficiary, value: sender.name, code: false },
      { label: 'IBAN', value: formatIban(sender.iban), code: true },
    );
    if (sender.bic) facts.push({ label: 'BIC', value: sender.bic, code: true });
  }
  const url = safeLink(view.paymentLink);
  return {
    title: words.pay,
    facts,
    link: url === null ? null : { label: words.payOnline, url },
    qr: view.epcPayload && sender.iban ? { payload: view.epcPayload, caption: words.qrCaption } : null,
  };
}
