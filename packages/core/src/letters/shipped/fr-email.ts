// Shipped e-mails in French. Data only: the prose of each tone; table, ways to pay and signature are drawn by the layout.
import type { MessageTemplate, MessageTone } from '../view.ts';

const notice: MessageTemplate = {
  subject:
    'Votre échéance du {{ first_due }} – {{ invoice_count | plural: "facture", "factures" }} {{ invoice_numbers }} – {{ company.name }}',
  body: `{{ greeting }}

{% if invoice_count == 1 %}Votre facture {{ invoice_numbers }} arrive à échéance le **{{ first_due }}**{% elsif same_due %}Vos factures {{ invoice_numbers }} arrivent à échéance le **{{ first_due }}**{% else %}Plusieurs de vos factures arrivent à échéance à partir du **{{ first_due }}**{% endif %}, pour un montant de **{{ to_pay }}**. Ce message est un simple rappel, pour vous aider à préparer votre règlement.

[[factures]]

Si le paiement est déjà programmé, vous n’avez rien à faire et nous vous en remercions.

[[paiement]]

{% if attachment_count > 0 %}{{ attachment_count | plural: "La facture est jointe", "Les factures sont jointes" }} à ce message. {% endif %}Il vous manque un document, un bon de commande, une information ? Dites-le-nous dès maintenant en répondant à ce message{% if company.phone %} ou au {{ company.phone }}{% endif %} : nous ferons le nécessaire avant l’échéance.

Bien cordialement,`,
};

const courteous: MessageTemplate = {
  subject:
    '{{ invoice_count | plural: "Facture", "Factures" }} {{ invoice_numbers }} : {{ to_pay }} en attente de règlement – {{ company.name }}',
  body: `{{ greeting }}

Sauf erreur de notre part, {% if invoice_count == 1 %}la facture {{ invoice_numbers }}, échue le {{ first_due }}, n’a pas encore été réglée{% else %}les factures ci-dessous, échues depuis le {{ first_due }} pour la plus ancienne, n’ont pas encore été réglées{% endif %}. Il reste **{{ to_pay }}** à payer.

[[factures]]

Il s’agit peut-être d’un simple oubli. Nous vous remercions de procéder au règlement **{% if deadline %}au plus tard le {{ deadline }}{% else %}sous huit jours{% endif %}**.

[[paiement]]

{% if attachment_count > 0 %}Pour vous éviter une recherche, {{ attachment_count | plural: "la facture est jointe", "les factures sont jointes" }} à ce message. {% endif %}Si votre paiement vient de partir, ne tenez pas compte de ce rappel. Et si quelque chose vous empêche de payer – une facture non reçue, une question, un désaccord –, répondez simplement à ce message{% if company.phone %} ou appelez-nous au {{ company.phone }}{% endif %} : nous trouverons une solution ensemble.

Bien cordialement,`,
};

const firm: MessageTemplate = {
  subject:
    'Relance – {{ to_pay }} à régler{% if deadline %} au plus tard le {{ deadline }}{% endif %} – {{ company.name }}',
  body: `{{ greeting }}

{% if earlier.count > 0 %}Malgré {{ earlier.last }}, {% else %}À ce jour, {% endif %}{% if invoice_count == 1 %}la facture {{ invoice_numbers }} reste impayée{% else %}{{ invoice_count }} factures restent impayées{% endif %}, avec un retard qui atteint **{{ oldest_late }}**. La somme due s’élève à **{{ to_pay }}**.

[[factures]]

Nous vous demandons de régler cette somme **{% if deadline %}au plus tard le {{ deadline }}{% else %}sous huit jours{% endif %}**, ou de nous indiquer par retour la date précise de votre paiement.

[[paiement]]

{% if penalties.sentence != "" %}{{ penalties.sentence }}

{% endif %}Si un désaccord ou une difficulté passagère explique ce retard, faites-le-nous savoir en répondant à ce message{% if company.phone %} ou au {{ company.phone }}{% endif %}. Un contact aujourd’hui évite des démarches demain, pour vous comme pour nous.

Cordialement,`,
};

const lastWarning: MessageTemplate = {
  subject: 'Dernier rappel avant mise en demeure – {{ to_pay }} – {{ company.name }}',
  body: `{{ greeting }}

{% if earlier.count > 1 %}Nos relances sont restées sans effet, la dernière étant {{ earlier.last }}.{% elsif earlier.count == 1 %}Votre règlement ne nous est pas parvenu malgré {{ earlier.last }}.{% else %}Votre règlement ne nous est pas parvenu.{% endif %} À ce jour, vous restez nous devoir **{{ to_pay }}**, avec un retard qui atteint {{ oldest_late }}.

[[factures]]

Nous vous demandons de régler la totalité de cette somme **{% if deadline %}au plus tard le {{ deadline }}{% else %}sous huit jours{% endif %}**.

[[paiement]]

Sans règlement ni réponse de votre part à cette date, nous vous adresserons une mise en demeure.{% if penalties.sentence != "" %} {{ penalties.sentence }}{% endif %}

Il est encore temps d’en parler : si vous ne pouvez pas tout régler en une fois, proposez-nous un échéancier en répondant à ce message{% if company.phone %} ou au {{ company.phone }}{% endif %}.

Cordialement,`,
};

const formal: MessageTemplate = {
  subject: 'MISE EN DEMEURE de payer {{ to_pay }} – {{ company.name }}',
  body: `{{ greeting }}

{% if earlier.count > 0 %}Malgré {{ earlier.list }}, {% else %}À ce jour, {% endif %}vous n’avez pas réglé {% if invoice_count == 1 %}la facture désignée ci-dessous{% else %}les factures désignées ci-dessous{% endif %}.

[[factures]]

**Par la présente, nous vous mettons en demeure de nous régler la somme de {{ to_pay }}{% if deadline %} au plus tard le {{ deadline }}{% else %} sous huit jours{% endif %}.**

[[paiement]]

Ce message vaut mise en demeure au sens de l’article 1344 du Code civil.{% if penalties.sentence != "" %} {{ penalties.sentence }}{% elsif customer.is_consumer %} Il fait courir les intérêts au taux légal (articles 1231-6 et 1344-1 du même code).{% endif %}

{% if customer.is_public %}Sans règlement dans ce délai, nous nous réservons la possibilité de demander le mandatement d’office de la somme, lorsque la loi le prévoit, ou de saisir la juridiction administrative.{% else %}Sans règlement dans ce délai, nous nous réservons la possibilité de saisir la juridiction compétente, notamment par une procédure d’injonction de payer.{% endif %}

Nous restons disposés à examiner avec vous toute proposition de règlement amiable, en réponse à ce message{% if company.phone %} ou au {{ company.phone }}{% endif %}.

Veuillez agréer nos salutations distinguées.`,
};

export const FR_EMAIL: Readonly<Partial<Record<MessageTone, MessageTemplate>>> = {
  notice,
  courteous,
  firm,
  last_warning: lastWarning,
  formal,
};
