// Labels: every fixed word the layouts print around the prose, in both languages. A missing one does not compile.

import type { MovementView } from '../statement.ts';
import type { CreditView, MessageChannel, MessageLanguage, RecipientKind } from '../view.ts';

type Labels = Readonly<{
  invoice: string;
  issued: string;
  due: string;
  gross: string;
  open: string;
  late: string;
  timeLeft: string;
  notDueYet: string;
  orderRef: string;
  estimated: string;
  estimatedNote: string;
  linesTotal: string;
  creditOf: Readonly<Record<CreditView['kind'], string>>;
  total: string;
  toPay: string;
  interest: Readonly<Record<RecipientKind, string>>;
  rate: string;
  asOf: string;
  fixedFee: string;
  pay: string;
  payOnline: string;
  amount: string;
  payBefore: string;
  beneficiary: string;
  reference: string;
  qrCaption: string;
  subject: string;
  attachments: string;
  registered: string;
  yourRef: string;
  phone: string;
  continued: string;
  capital: string;
  vatNumber: string;
  statement: string;
  period: string;
  day: string;
  movement: string;
  debit: string;
  credit: string;
  balance: string;
  opening: string;
  closing: string;
  owed: string;
  settled: string;
  inFavour: string;
  movementOf: Readonly<Record<MovementView['kind'], string>>;
  reminderBy: Readonly<Record<MessageChannel, string>>;
  dayLate: readonly [one: string, many: string];
  dayOf: readonly [one: string, many: string];
  dueToday: string;
  dueIn: string;
}>;

const fr: Labels = {
  invoice: 'Facture',
  issued: 'Émise le',
  due: 'Échéance',
  gross: 'Montant TTC',
  open: 'Reste dû',
  late: 'Retard',
  timeLeft: 'Délai',
  notDueYet: 'à échoir',
  orderRef: 'Votre commande',
  estimated: 'estimée',
  estimatedNote: '* Échéance estimée d’après vos conditions de paiement.',
  linesTotal: 'Total des factures',
  creditOf: { credit_note: 'Avoir', payment: 'Règlement reçu' },
  total: 'Total restant dû',
  toPay: 'Total à régler',
  interest: { business: 'Pénalités de retard', consumer: 'Intérêts de retard', public: 'Intérêts moratoires' },
  rate: 'taux annuel',
  asOf: 'au',
  fixedFee: 'Indemnité forfaitaire de recouvrement',
  pay: 'Pour régler',
  payOnline: 'Payer en ligne',
  amount: 'Montant',
  payBefore: 'Au plus tard le',
  beneficiary: 'Bénéficiaire',
  reference: 'Référence à rappeler',
  qrCaption: 'Virement : scannez ce code avec votre application bancaire.',
  subject: 'Objet',
  attachments: 'Pièces jointes',
  registered: 'Lettre recommandée avec avis de réception',
  yourRef: 'Votre compte client',
  phone: 'Tél.',
  continued: 'suite page suivante',
  capital: 'au capital de',
  vatNumber: 'TVA',
  statement: 'Relevé de compte',
  period: 'Période',
  day: 'Date',
  movement: 'Opération',
  debit: 'Débit',
  credit: 'Crédit',
  balance: 'Solde',
  opening: 'Solde au',
  closing: 'Solde au',
  owed: 'Solde en notre faveur',
  settled: 'Compte soldé',
  inFavour: 'Solde en votre faveur',
  movementOf: {
    invoice: 'Facture',
    credit_note: 'Avoir',
    payment: 'Règlement',
    refund: 'Remboursement',
    write_off: 'Régularisation',
    late_fee: 'Pénalités de retard',
    return: 'Règlement impayé',
  },
  reminderBy: {
    email: 'notre e-mail',
    sms: 'notre SMS',
    call: 'notre appel',
    letter: 'notre courrier',
    registered_letter: 'notre lettre recommandée',
    task: 'notre échange',
  },
  dayLate: ['jour de retard', 'jours de retard'],
  dayOf: ['jour', 'jours'],
  dueToday: 'ce jour',
  dueIn: 'dans',
};

const en: Labels = {
  invoice: 'Invoice',
  issued: 'Issued',
  due: 'Due',
  gross: 'Amount incl. VAT',
  open: 'Outstanding',
  late: 'Overdue by',
  timeLeft: 'Time left',
  notDueYet: 'not due yet',
  orderRef: 'Your order',
  estimated: 'estimated',
  estimatedNote: '* Due date estimated from your payment terms.',
  linesTotal: 'Total of the invoices',
  creditOf: { credit_note: 'Credit note', payment: 'Payment received' },
  total: 'Total outstanding',
  toPay: 'Total to pay',
  interest: { business: 'Late-payment penalties', consumer: 'Late-payment interest', public: 'Late-payment interest' },
  rate: 'annual rate',
  asOf: 'as of',
  fixedFee: 'Fixed recovery indemnity',
  pay: 'How to pay',
  payOnline: 'Pay online',
  amount: 'Amount',
  payBefore: 'No later than',
  beneficiary: 'Beneficiary',
  reference: 'Reference to quote',
  qrCaption: 'Bank transfer: scan this code with your banking app.',
  subject: 'Subject',
  attachments: 'Enclosed',
  registered: 'Registered letter with acknowledgement of receipt',
  yourRef: 'Your account',
  phone: 'Tel.',
  continued: 'continued overleaf',
  capital: 'with a share capital of',
  vatNumber: 'VAT',
  statement: 'Statement of account',
  period: 'Period',
  day: 'Date',
  movement: 'Transaction',
  debit: 'Debit',
  credit: 'Credit',
  balance: 'Balance',
  opening: 'Balance on',
  closing: 'Balance on',
  owed: 'Balance due to us',
  settled: 'Nothing is due',
  inFavour: 'Balance in your favour',
  movementOf: {
    invoice: 'Invoice',
    credit_note: 'Credit note',
    payment: 'Payment',
    refund: 'Refund',
    write_off: 'Adjustment',
    late_fee: 'Late fees',
    return: 'Returned payment',
  },
  reminderBy: {
    email: 'our e-mail',
    sms: 'our text message',
    call: 'our call',
    letter: 'our letter',
    registered_letter: 'our registered letter',
    task: 'our exchange',
  },
  dayLate: ['day late', 'days late'],
  dayOf: ['day', 'days'],
  dueToday: 'today',
  dueIn: 'in',
};

const LABELS: Readonly<Record<MessageLanguage, Labels>> = { fr, en };

/** The fixed words of one language. */
export const labels = (language: MessageLanguage): Labels => LABELS[language];
