// Shipped letters in English, plain and registered; the law cited is French. Data only.
import type { MessageTemplate, MessageTone } from '../view.ts';

const REACH = `{% if company.phone and company.email %}on {{ company.phone }} or at {{ company.email }}{% elsif company.phone %}on {{ company.phone }}{% elsif company.email %}at {{ company.email }}{% else %}at the address above{% endif %}`;
const DEADLINE = `{% if deadline %}by {{ deadline }}{% else %}within eight days of receiving this letter{% endif %}`;

const notice: MessageTemplate = {
  subject: 'Your payment due on {{ first_due }}',
  body: `{{ greeting }}

{% if invoice_count == 1 %}Your invoice {{ invoice_numbers }} falls due on **{{ first_due }}**{% elsif same_due %}Your invoices {{ invoice_numbers }} fall due on **{{ first_due }}**{% else %}Several of your invoices fall due from **{{ first_due }}** onwards{% endif %}, for an amount of **{{ to_pay }}**. This letter is just a courtesy note.

[[invoices]]

[[payment]]

If the payment is already scheduled, we thank you and ask you to disregard this letter. For any question you can reach us ${REACH}.

Yours faithfully,`,
};

const courteous: MessageTemplate = {
  subject: '{{ invoice_count | plural: "Invoice", "Invoices" }} awaiting payment – {{ to_pay }}',
  body: `{{ greeting }}

According to our records, {% if invoice_count == 1 %}invoice {{ invoice_numbers }}, due on {{ first_due }}, has not been paid yet{% else %}the invoices below, the oldest of which was due on {{ first_due }}, have not been paid yet{% endif %}. The amount outstanding is **{{ to_pay }}**.

[[invoices]]

We would be grateful for your payment **${DEADLINE}**.

[[payment]]

If your payment has crossed with this letter, please disregard it. If you are missing an invoice or have a remark about one, you can reach us ${REACH}.

Yours faithfully,`,
};

const firm: MessageTemplate = {
  subject: 'Payment reminder – amount due: {{ to_pay }}',
  body: `{{ greeting }}

{% if earlier.count > 0 %}Despite {{ earlier.list }}, {% else %}To date, {% endif %}{% if invoice_count == 1 %}invoice {{ invoice_numbers }} remains unpaid{% else %}{{ invoice_count }} invoices remain unpaid{% endif %}, overdue by up to **{{ oldest_late }}**. The amount due is **{{ to_pay }}**.

[[invoices]]

We ask you to pay this amount **${DEADLINE}**.

[[payment]]

{% if penalties.sentence != "" %}{{ penalties.sentence }}

{% endif %}If a disagreement or a temporary difficulty explains this delay, please let us know without waiting, ${REACH}. Failing payment or an answer within this period, we will have to take further steps.

Yours faithfully,`,
};

const lastWarning: MessageTemplate = {
  subject: 'Last reminder before formal notice – amount due: {{ to_pay }}',
  body: `{{ greeting }}

{% if earlier.count > 1 %}Our reminders have had no effect: {{ earlier.list }}.{% elsif earlier.count == 1 %}We have not received your payment despite {{ earlier.last }}.{% else %}We have not received your payment.{% endif %} You still owe us **{{ to_pay }}**, overdue by up to {{ oldest_late }}.

[[invoices]]

We ask you to pay the whole of this amount **${DEADLINE}**.

[[payment]]

{% if penalties.sentence != "" %}{{ penalties.sentence }}

{% endif %}Without payment or an answer from you by that date, we will send you a formal notice by registered letter.

There is still time to talk: if you cannot pay everything at once, we will consider a payment plan with you. You can reach us ${REACH}.

Yours faithfully,`,
};

const formal: MessageTemplate = {
  subject: 'FORMAL NOTICE to pay the sum of {{ to_pay }}',
  body: `{{ greeting }}

{% if earlier.count > 0 %}Despite {{ earlier.list }}, {% else %}To date, {% endif %}you have not paid {% if invoice_count == 1 %}the invoice set out below{% else %}the invoices set out below{% endif %}.

[[invoices]]

**We hereby give you formal notice (mise en demeure) to pay us the sum of {{ to_pay }}{% if deadline %} by {{ deadline }}{% else %} within eight days of receiving this letter{% endif %}.**

[[payment]]

This letter constitutes a formal notice within the meaning of article 1344 of the French Civil Code.{% if penalties.sentence != "" %} {{ penalties.sentence }}{% elsif customer.is_consumer %} Interest at the legal rate runs from it (articles 1231-6 and 1344-1 of the same code).{% endif %}

{% if customer.is_public %}Failing payment within this period, we reserve the right to request that the sum be paid by order of the supervising authority, where the law so provides, or to bring the matter before the administrative court.{% else %}Failing payment within this period, we reserve the right to bring the matter before the competent court without further notice, in particular by applying for a payment order.{% endif %}

We remain willing to consider any proposal for an amicable settlement. You can reach us ${REACH}.

Yours faithfully,`,
};

export const EN_LETTER: Readonly<Partial<Record<MessageTone, MessageTemplate>>> = {
  notice,
  courteous,
  firm,
  last_warning: lastWarning,
  formal,
};
