// Shipped letters in French, plain and registered. Data only; address window, table, totals and signature belong to the layout.
import type { MessageTemplate, MessageTone } from '../view.ts';

const REACH = `{% if company.phone and company.email %}au {{ company.phone }} ou à l’adresse {{ company.email }}{% elsif company.phone %}au {{ company.phone }}{% elsif company.email %}à l’adresse {{ company.email }}{% else %}à l’adresse figurant en tête de ce courrier{% endif %}`;
const DEADLINE = `{% if deadline %}au plus tard le {{ deadline }}{% else %}sous huit jours à réception de ce courrier{% endif %}`;

const notice: MessageTemplate = {
  subject: 'Votre prochaine échéance du {{ first_due }}',
  body: `{{ greeting }}

{% if invoice_count == 1 %}Votre facture {{ invoice_numbers }} arrive à échéance le **{{ first_due }}**{% elsif same_due %}Vos factures {{ invoice_numbers }} arrivent à échéance le **{{ first_due }}**{% else %}Plusieurs de vos factures arrivent à échéance à partir du **{{ first_due }}**{% endif %}, pour un montant de **{{ to_pay }}**. Ce courrier est un simple rappel.

[[factures]]

[[paiement]]

Si votre paiement est déjà programmé, nous vous en remercions et vous prions de ne pas tenir compte de ce courrier. Pour toute question, vous pouvez nous joindre ${REACH}.

Nous vous remercions de votre confiance et vous prions d’agréer, Madame, Monsieur, nos salutations les meilleures.`,
};

const courteous: MessageTemplate = {
  subject: '{{ invoice_count | plural: "Facture", "Factures" }} en attente de règlement – {{ to_pay }}',
  body: `{{ greeting }}

Sauf erreur ou omission de notre part, {% if invoice_count == 1 %}la facture {{ invoice_numbers }}, échue le {{ first_due }}, n’a pas encore été réglée{% else %}les factures ci-dessous, échues depuis le {{ first_due }} pour la plus ancienne, n’ont pas encore été réglées{% endif %}. Il reste **{{ to_pay }}** à payer.

[[factures]]

Nous vous remercions de bien vouloir nous adresser votre règlement **${DEADLINE}**.

[[paiement]]

Si ce règlement s’est croisé avec notre courrier, nous vous prions de ne pas en tenir compte. Si une facture vous manque ou appelle une remarque de votre part, nous sommes à votre écoute ${REACH}.

Nous vous prions d’agréer, Madame, Monsieur, nos salutations les meilleures.`,
};

const firm: MessageTemplate = {
  subject: 'Relance – somme due : {{ to_pay }}',
  body: `{{ greeting }}

{% if earlier.count > 0 %}Malgré {{ earlier.list }}, {% else %}À ce jour, {% endif %}{% if invoice_count == 1 %}la facture {{ invoice_numbers }} demeure impayée{% else %}{{ invoice_count }} factures demeurent impayées{% endif %}, avec un retard qui atteint **{{ oldest_late }}**. La somme due s’élève à **{{ to_pay }}**.

[[factures]]

Nous vous demandons de régler cette somme **${DEADLINE}**.

[[paiement]]

{% if penalties.sentence != "" %}{{ penalties.sentence }}

{% endif %}Si un désaccord ou une difficulté passagère explique ce retard, nous vous invitons à nous le faire savoir sans attendre, ${REACH}. À défaut de règlement ou de réponse dans ce délai, nous serons conduits à poursuivre nos démarches.

Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.`,
};

const lastWarning: MessageTemplate = {
  subject: 'Dernier rappel avant mise en demeure – somme due : {{ to_pay }}',
  body: `{{ greeting }}

{% if earlier.count > 1 %}Nos relances sont restées sans effet : {{ earlier.list }}.{% elsif earlier.count == 1 %}Votre règlement ne nous est pas parvenu malgré {{ earlier.last }}.{% else %}Votre règlement ne nous est pas parvenu.{% endif %} À ce jour, vous restez nous devoir **{{ to_pay }}**, avec un retard qui atteint {{ oldest_late }}.

[[factures]]

Nous vous demandons de régler la totalité de cette somme **${DEADLINE}**.

[[paiement]]

{% if penalties.sentence != "" %}{{ penalties.sentence }}

{% endif %}Sans règlement ni réponse de votre part à cette date, nous vous adresserons une mise en demeure par lettre recommandée.

Il est encore temps d’en parler : si vous ne pouvez pas tout régler en une fois, nous étudierons avec vous un échéancier. Vous pouvez nous joindre ${REACH}.

Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.`,
};

const formal: MessageTemplate = {
  subject: 'MISE EN DEMEURE de payer la somme de {{ to_pay }}',
  body: `{{ greeting }}

{% if earlier.count > 0 %}Malgré {{ earlier.list }}, {% else %}À ce jour, {% endif %}vous n’avez pas réglé {% if invoice_count == 1 %}la facture désignée ci-dessous{% else %}les factures désignées ci-dessous{% endif %}.

[[factures]]

**Par la présente, nous vous mettons en demeure de nous régler la somme de {{ to_pay }}{% if deadline %} au plus tard le {{ deadline }}{% else %} sous huit jours à réception de ce courrier{% endif %}.**

[[paiement]]

Le présent courrier vaut mise en demeure au sens de l’article 1344 du Code civil.{% if penalties.sentence != "" %} {{ penalties.sentence }}{% elsif customer.is_consumer %} Il fait courir les intérêts au taux légal (articles 1231-6 et 1344-1 du même code).{% endif %}

{% if customer.is_public %}Sans règlement dans ce délai, nous nous réservons la possibilité de demander le mandatement d’office de la somme, lorsque la loi le prévoit, ou de saisir la juridiction administrative.{% else %}Sans règlement dans ce délai, nous nous réservons la possibilité de saisir la juridiction compétente, notamment par une procédure d’injonction de payer, sans autre avis.{% endif %}

Nous restons disposés à examiner avec vous toute proposition de règlement amiable. Vous pouvez nous joindre ${REACH}.

Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.`,
};

export const FR_LETTER: Readonly<Partial<Record<MessageTone, MessageTemplate>>> = {
  notice,
  courteous,
  firm,
  last_warning: lastWarning,
  formal,
};
