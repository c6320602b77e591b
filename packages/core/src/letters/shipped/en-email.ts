// Shipped e-mails in English, for debtors of a French company: the law cited is French. Data only.
import type { MessageTemplate, MessageTone } from '../view.ts';

const notice: MessageTemplate = {
  subject:
    '{{ invoice_count | plural: "Invoice", "Invoices" }} {{ invoice_numbers }} due on {{ first_due }} – {{ company.name }}',
  body: `{{ greeting }}

{% if invoice_count == 1 %}Your invoice {{ invoice_numbers }} falls due on **{{ first_due }}**{% elsif same_due %}Your invoices {{ invoice_numbers }} fall due on **{{ first_due }}**{% else %}Several of your invoices fall due from **{{ first_due }}** onwards{% endif %}, for an amount of **{{ to_pay }}**. This is just a courtesy note to help you plan the payment.

[[invoices]]

If the payment is already scheduled, there is nothing to do, and we thank you.

[[payment]]

{% if attachment_count > 0 %}{{ attachment_count | plural: "The invoice is attached", "The invoices are attached" }}. {% endif %}Is a document, a purchase order number or a detail missing? Let us know now by replying to this message{% if company.phone %} or by calling {{ company.phone }}{% endif %}, and we will sort it out before the due date.

Kind regards,`,
};

const courteous: MessageTemplate = {
  subject:
    '{{ invoice_count | plural: "Invoice", "Invoices" }} {{ invoice_numbers }}: {{ to_pay }} awaiting payment – {{ company.name }}',
  body: `{{ greeting }}

According to our records, {% if invoice_count == 1 %}invoice {{ invoice_numbers }}, due on {{ first_due }}, has not been paid yet{% else %}the invoices below, the oldest of which was due on {{ first_due }}, have not been paid yet{% endif %}. The amount outstanding is **{{ to_pay }}**.

[[invoices]]

This may simply be an oversight. We would be grateful for your payment **{% if deadline %}by {{ deadline }}{% else %}within eight days{% endif %}**.

[[payment]]

{% if attachment_count > 0 %}To save you looking for {{ attachment_count | plural: "it, the invoice is attached", "them, the invoices are attached" }}. {% endif %}If your payment is already on its way, please disregard this message. And if something prevents you from paying – an invoice you did not receive, a question, a disagreement – simply reply to this message{% if company.phone %} or call us on {{ company.phone }}{% endif %}: we will find a solution together.

Kind regards,`,
};

const firm: MessageTemplate = {
  subject: 'Payment reminder – {{ to_pay }}{% if deadline %} due by {{ deadline }}{% endif %} – {{ company.name }}',
  body: `{{ greeting }}

{% if earlier.count > 0 %}Despite {{ earlier.last }}, {% else %}To date, {% endif %}{% if invoice_count == 1 %}invoice {{ invoice_numbers }} remains unpaid{% else %}{{ invoice_count }} invoices remain unpaid{% endif %}, overdue by up to **{{ oldest_late }}**. The amount due is **{{ to_pay }}**.

[[invoices]]

We ask you to pay this amount **{% if deadline %}by {{ deadline }}{% else %}within eight days{% endif %}**, or to let us know by return the exact date of your payment.

[[payment]]

{% if penalties.sentence != "" %}{{ penalties.sentence }}

{% endif %}If a disagreement or a temporary difficulty explains this delay, please tell us by replying to this message{% if company.phone %} or by calling {{ company.phone }}{% endif %}. A word today saves both of us further steps tomorrow.

Regards,`,
};

const lastWarning: MessageTemplate = {
  subject: 'Last reminder before formal notice – {{ to_pay }} – {{ company.name }}',
  body: `{{ greeting }}

{% if earlier.count > 1 %}Our reminders have had no effect, the latest being {{ earlier.last }}.{% elsif earlier.count == 1 %}We have not received your payment despite {{ earlier.last }}.{% else %}We have not received your payment.{% endif %} You still owe us **{{ to_pay }}**, overdue by up to {{ oldest_late }}.

[[invoices]]

We ask you to pay the whole of this amount **{% if deadline %}by {{ deadline }}{% else %}within eight days{% endif %}**.

[[payment]]

Without payment or an answer from you by that date, we will send you a formal notice.{% if penalties.sentence != "" %} {{ penalties.sentence }}{% endif %}

There is still time to talk: if you cannot pay everything at once, propose a payment plan by replying to this message{% if company.phone %} or by calling {{ company.phone }}{% endif %}.

Regards,`,
};

const formal: MessageTemplate = {
  subject: 'FORMAL NOTICE to pay {{ to_pay }} – {{ company.name }}',
  body: `{{ greeting }}

{% if earlier.count > 0 %}Despite {{ earlier.list }}, {% else %}To date, {% endif %}you have not paid {% if invoice_count == 1 %}the invoice set out below{% else %}the invoices set out below{% endif %}.

[[invoices]]

**We hereby give you formal notice (mise en demeure) to pay us the sum of {{ to_pay }}{% if deadline %} by {{ deadline }}{% else %} within eight days{% endif %}.**

[[payment]]

This message constitutes a formal notice within the meaning of article 1344 of the French Civil Code.{% if penalties.sentence != "" %} {{ penalties.sentence }}{% elsif customer.is_consumer %} Interest at the legal rate runs from it (articles 1231-6 and 1344-1 of the same code).{% endif %}

{% if customer.is_public %}Failing payment within this period, we reserve the right to request that the sum be paid by order of the supervising authority, where the law so provides, or to bring the matter before the administrative court.{% else %}Failing payment within this period, we reserve the right to bring the matter before the competent court, in particular by applying for a payment order.{% endif %}

We remain willing to consider any proposal for an amicable settlement, in reply to this message{% if company.phone %} or on {{ company.phone }}{% endif %}.

Yours faithfully,`,
};

export const EN_EMAIL: Readonly<Partial<Record<MessageTone, MessageTemplate>>> = {
  notice,
  courteous,
  firm,
  last_warning: lastWarning,
  formal,
};
