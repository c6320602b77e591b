// Shipped SMS in both languages: who, how much, until when, how. Data only; three parts at most.
import type { MessageLanguage, MessageTemplate, MessageTone } from '../view.ts';

const FR_HOW =
  '{% if payment_link %}Payer : {{ payment_link }}. {% endif %}Réf. {{ reference }}.{% if company.phone %} Une question ? {{ company.phone }}{% endif %}';
const EN_HOW =
  '{% if payment_link %}Pay: {{ payment_link }}. {% endif %}Ref. {{ reference }}.{% if company.phone %} Questions? {{ company.phone }}{% endif %}';
const FR_BY = '{% if deadline %}au plus tard le {{ deadline }}{% else %}sous huit jours{% endif %}';
const EN_BY = '{% if deadline %}by {{ deadline }}{% else %}within eight days{% endif %}';
const FR_WHAT =
  '{% if invoice_count == 1 %}la facture {{ invoice_numbers }}{% else %}{{ invoice_count }} factures{% endif %}';
const EN_WHAT =
  '{% if invoice_count == 1 %}invoice {{ invoice_numbers }}{% else %}{{ invoice_count }} invoices{% endif %}';

const sms = (body: string): MessageTemplate => ({ subject: '', body });

export const SMS: Readonly<Record<MessageLanguage, Readonly<Partial<Record<MessageTone, MessageTemplate>>>>> = {
  fr: {
    notice: sms(`{{ company.name }} : rappel, ${FR_WHAT} ({{ to_pay }}) à échéance le {{ first_due }}. ${FR_HOW}`),
    courteous: sms(
      `{{ company.name }} : sauf erreur, ${FR_WHAT} ({{ to_pay }}) en attente de règlement. Merci de payer ${FR_BY}. ${FR_HOW}`,
    ),
    firm: sms(
      `{{ company.name }} : {{ to_pay }} restent dus pour ${FR_WHAT}, retard {{ oldest_late }}. Merci de régler ${FR_BY} ou de nous appeler. ${FR_HOW}`,
    ),
    last_warning: sms(
      `{{ company.name }} : dernier rappel avant mise en demeure. {{ to_pay }} à régler ${FR_BY} pour ${FR_WHAT}. ${FR_HOW}`,
    ),
    formal: sms(
      `{{ company.name }} : nous vous mettons en demeure de régler {{ to_pay }} ${FR_BY} pour ${FR_WHAT}. ${FR_HOW}`,
    ),
  },
  en: {
    notice: sms(`{{ company.name }}: reminder, ${EN_WHAT} ({{ to_pay }}) due on {{ first_due }}. ${EN_HOW}`),
    courteous: sms(`{{ company.name }}: ${EN_WHAT} ({{ to_pay }}) awaiting payment. Please pay ${EN_BY}. ${EN_HOW}`),
    firm: sms(
      `{{ company.name }}: {{ to_pay }} outstanding for ${EN_WHAT}, overdue by {{ oldest_late }}. Please pay ${EN_BY} or call us. ${EN_HOW}`,
    ),
    last_warning: sms(
      `{{ company.name }}: last reminder before formal notice. {{ to_pay }} to pay ${EN_BY} for ${EN_WHAT}. ${EN_HOW}`,
    ),
    formal: sms(`{{ company.name }}: we give you formal notice to pay {{ to_pay }} ${EN_BY} for ${EN_WHAT}. ${EN_HOW}`),
  },
};
