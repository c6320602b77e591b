// Shipped scripts for calls and tasks in both languages: what to have at hand, say, ask and note. Read by a colleague. Data only.
import type { MessageLanguage, MessageTemplate, MessageTone } from '../view.ts';

type Script = Readonly<{ subject: string; aim: string; say: string; ask: string; end: string }>;

const FR_FACTS = `**À avoir sous les yeux**
- {{ customer.name }} (compte {{ customer.ref }}){% if customer.contact %}, interlocuteur : {{ customer.contact }}{% endif %}
- {{ invoice_count }} {{ invoice_count | plural: "échéance", "échéances" }} : {{ invoice_numbers }} ; à régler : **{{ to_pay }}**
- Retard le plus long : {{ oldest_late }} ; {% if earlier.count > 0 %}déjà fait : {{ earlier.list }}{% else %}aucune relance avant cet appel{% endif %}`;
const EN_FACTS = `**At hand**
- {{ customer.name }} (account {{ customer.ref }}){% if customer.contact %}, contact: {{ customer.contact }}{% endif %}
- {{ invoice_count }} {{ invoice_count | plural: "item", "items" }}: {{ invoice_numbers }}; to pay: **{{ to_pay }}**
- Longest delay: {{ oldest_late }}; {% if earlier.count > 0 %}done so far: {{ earlier.list }}{% else %}no reminder before this call{% endif %}`;

const fr = ({ subject, aim, say, ask, end }: Script): MessageTemplate => ({
  subject,
  body: `${FR_FACTS}\n\n**But de l’appel**\n${aim}\n\n**Dire**\n${say}\n\n**Demander**\n${ask}\n\n**Conclure**\n${end}`,
});
const en = ({ subject, aim, say, ask, end }: Script): MessageTemplate => ({
  subject,
  body: `${EN_FACTS}\n\n**Aim of the call**\n${aim}\n\n**Say**\n${say}\n\n**Ask**\n${ask}\n\n**Close**\n${end}`,
});

const FR_ASK = `- La facture est-elle bien arrivée, et dans le bon service ?
- Y a-t-il un désaccord ? Si oui : sur quoi, pour quel montant, et payer le reste maintenant.
- Quelle somme, à quelle date, par quel moyen ?`;
const EN_ASK = `- Has the invoice arrived, and in the right department?
- Is there a disagreement? If so: about what, for how much, and pay the rest now.
- Which amount, on which day, by which means?`;
const FR_END =
  'Répéter la somme et la date convenues, donner la référence {{ reference }}, remercier. Noter tout de suite la promesse, le désaccord ou le prochain contact.';
const EN_END =
  'Repeat the amount and the day agreed, give the reference {{ reference }}, say thank you. Record the promise, the disagreement or the next contact at once.';
const FR_HELLO = '« Bonjour{% if customer.contact %} {{ customer.contact }}{% endif %}, {{ company.name }}.';
const EN_HELLO = '“Hello{% if customer.contact %} {{ customer.contact }}{% endif %}, this is {{ company.name }}.';

export const SCRIPTS: Readonly<Record<MessageLanguage, Readonly<Record<MessageTone, MessageTemplate>>>> = {
  fr: {
    notice: fr({
      subject: 'Appeler {{ customer.name }} avant l’échéance du {{ first_due }}',
      aim: 'Vérifier que la facture est bien arrivée et que rien n’empêche son paiement à la date prévue.',
      say: `${FR_HELLO} Je vérifie simplement que vous avez tout ce qu’il faut pour la facture qui arrive à échéance le {{ first_due }}. »`,
      ask: FR_ASK,
      end: FR_END,
    }),
    courteous: fr({
      subject: 'Appeler {{ customer.name }} : {{ to_pay }} en attente',
      aim: 'Comprendre pourquoi le paiement n’est pas arrivé et obtenir une date.',
      say: `${FR_HELLO} Je vous appelle au sujet de {{ to_pay }}, en attente depuis le {{ first_due }}. Avez-vous un instant ? »`,
      ask: FR_ASK,
      end: FR_END,
    }),
    firm: fr({
      subject: 'Appeler {{ customer.name }} : {{ to_pay }}, retard {{ oldest_late }}',
      aim: 'Obtenir un paiement daté, ou le motif précis du blocage et la personne qui peut le lever.',
      say: `${FR_HELLO} {% if earlier.count > 0 %}Malgré nos relances, {{ to_pay }}{% else %}{{ to_pay }}{% endif %} restent impayés. J’ai besoin de savoir avec vous quand cette somme sera réglée{% if deadline %} ; nous l’attendons au plus tard le {{ deadline }}{% endif %}. »`,
      ask: FR_ASK,
      end: FR_END,
    }),
    last_warning: fr({
      subject: 'Dernier appel avant mise en demeure : {{ customer.name }}, {{ to_pay }}',
      aim: 'Dernière occasion de régler à l’amiable. Parler à la personne qui décide.',
      say: `${FR_HELLO} Je préfère vous parler avant l’étape suivante : sans règlement ni accord{% if deadline %} le {{ deadline }}{% endif %}, nous enverrons une mise en demeure. Comment l’éviter ensemble ? »`,
      ask: `${FR_ASK}\n- Si tout payer est impossible : quel acompte aujourd’hui, quel échéancier écrit ?`,
      end: FR_END,
    }),
    formal: fr({
      subject: 'Appeler {{ customer.name }} après la mise en demeure : {{ to_pay }}',
      aim: 'S’assurer que la mise en demeure est connue et recueillir une proposition ferme. Rester factuel et courtois.',
      say: `${FR_HELLO} Nous vous demandons de régler {{ to_pay }}{% if deadline %} au plus tard le {{ deadline }}{% endif %}. Avez-vous une proposition à nous faire ? »`,
      ask: FR_ASK,
      end: FR_END,
    }),
    decide: {
      subject: 'Décider de la suite : {{ customer.name }}, {{ to_pay }}',
      body: `Toutes les étapes de relance ont été faites. Une personne décide maintenant de la suite.

${FR_FACTS}

**Se poser**
- Le client conteste-t-il ? Peut-il payer ? Est-il encore en activité ?
- Les preuves sont-elles réunies : commande, livraison, factures, mise en demeure et son accusé ?

**Choisir**
- Accorder un échéancier écrit contre un acompte
- Confier le dossier à une société de recouvrement ou à un commissaire de justice
- Saisir le tribunal, notamment par injonction de payer
- Suspendre les livraisons ou demander un paiement à la commande
- Attendre jusqu’à une date précise, avec un motif
- Proposer la dépréciation ou le passage en perte`,
    },
  },
  en: {
    notice: en({
      subject: 'Call {{ customer.name }} before {{ first_due }}',
      aim: 'Check that the invoice has arrived and that nothing stands in the way of its payment on the day.',
      say: `${EN_HELLO} I am just checking that you have everything you need for the invoice due on {{ first_due }}.”`,
      ask: EN_ASK,
      end: EN_END,
    }),
    courteous: en({
      subject: 'Call {{ customer.name }}: {{ to_pay }} awaiting payment',
      aim: 'Understand why the payment has not arrived and get a date.',
      say: `${EN_HELLO} I am calling about {{ to_pay }}, outstanding since {{ first_due }}. Do you have a moment?”`,
      ask: EN_ASK,
      end: EN_END,
    }),
    firm: en({
      subject: 'Call {{ customer.name }}: {{ to_pay }}, overdue by {{ oldest_late }}',
      aim: 'Get a dated payment, or the exact reason that blocks it and the person who can lift it.',
      say: `${EN_HELLO} {% if earlier.count > 0 %}Despite our reminders, {{ to_pay }}{% else %}{{ to_pay }}{% endif %} remain unpaid. I need to know with you when this will be settled{% if deadline %}; we expect it by {{ deadline }}{% endif %}.”`,
      ask: EN_ASK,
      end: EN_END,
    }),
    last_warning: en({
      subject: 'Last call before formal notice: {{ customer.name }}, {{ to_pay }}',
      aim: 'Last chance to settle amicably. Speak to the person who decides.',
      say: `${EN_HELLO} I would rather speak to you before the next step: without payment or an agreement{% if deadline %} by {{ deadline }}{% endif %}, we will send a formal notice. How can we avoid it together?”`,
      ask: `${EN_ASK}\n- If paying everything is impossible: which down payment today, which written plan?`,
      end: EN_END,
    }),
    formal: en({
      subject: 'Call {{ customer.name }} after the formal notice: {{ to_pay }}',
      aim: 'Make sure the formal notice is known and obtain a firm proposal. Stay factual and courteous.',
      say: `${EN_HELLO} We ask you to pay {{ to_pay }}{% if deadline %} by {{ deadline }}{% endif %}. Do you have a proposal for us?”`,
      ask: EN_ASK,
      end: EN_END,
    }),
    decide: {
      subject: 'Decide what comes next: {{ customer.name }}, {{ to_pay }}',
      body: `Every step of the ladder has been done. A person now decides what comes next.

${EN_FACTS}

**Consider**
- Does the customer contest? Can they pay? Are they still trading?
- Is the evidence complete: order, delivery, invoices, formal notice and its receipt?

**Choose**
- Grant a written payment plan against a down payment
- Hand the case to a collection agency or a bailiff
- Go to court, in particular for a payment order
- Stop deliveries or ask for payment with order
- Wait until a given day, with a reason
- Propose an allowance or a write-off`,
    },
  },
};
