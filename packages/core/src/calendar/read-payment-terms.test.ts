// What people write as payment terms, in French and English, and the due dates that follow.
import { describe, expect, test } from 'vitest';
import { day } from '../kernel/index.ts';
import { dueDate, type PaymentTerms } from './payment-terms.ts';
import { parsePaymentTerms } from './read-payment-terms.ts';

const read = (text: string): PaymentTerms => {
  const terms = parsePaymentTerms(text);
  if (!terms.ok) throw new Error(`refused: ${text}`);
  return terms.value;
};

// Issued on 15 January 2026, received on 20 January 2026; the due date counted by hand.
const WRITTEN: readonly (readonly [string, string])[] = [
  ['30', '2026-02-14'],
  ['30 jours', '2026-02-14'],
  ['30 JOURS NET', '2026-02-14'],
  ['30j', '2026-02-14'],
  ['30 jrs', '2026-02-14'],
  ['30JN', '2026-02-14'],
  ['à 30 jours', '2026-02-14'],
  ['Paiement à 30 jours date de facture', '2026-02-14'],
  ["30 jours à compter de la date d'émission de la facture", '2026-02-14'],
  ['30 jours ddf', '2026-02-14'],
  ['Virement 30 jours', '2026-02-14'],
  ['virement bancaire à 30 jours', '2026-02-14'],
  ['30 days', '2026-02-14'],
  ['net 30', '2026-02-14'],
  ['Net 30 days', '2026-02-14'],
  ['N30', '2026-02-14'],
  ['60 days', '2026-03-16'],
  ['30 days from invoice date', '2026-02-14'],
  ['within 30 days of the date of invoice', '2026-02-14'],
  ['2 mois', '2026-03-15'],
  ['2 months', '2026-03-15'],
  ['45 jours fin de mois', '2026-03-31'],
  ['45 jours, fin de mois', '2026-03-31'],
  ['45 j. fin du mois', '2026-03-31'],
  ['45 JFDM', '2026-03-31'],
  ['45FDM', '2026-03-31'],
  ['45 days end of month', '2026-03-31'],
  ['45 EOM', '2026-03-31'],
  ['30j fin de mois', '2026-02-28'],
  ['fin de mois 45 jours', '2026-03-17'],
  ['Fin de mois + 45 jours', '2026-03-17'],
  ['fin de mois puis 45 jours', '2026-03-17'],
  ['45 jours après fin de mois', '2026-03-17'],
  ['45 jours à compter de la fin de mois', '2026-03-17'],
  ['end of month 45 days', '2026-03-17'],
  ['45 days after end of month', '2026-03-17'],
  ['fin de mois', '2026-01-31'],
  ['EOM', '2026-01-31'],
  ['2 mois fin de mois', '2026-03-31'],
  ['30 jours fin de mois le 10', '2026-03-10'],
  ['30JFDM10', '2026-03-10'],
  ['30 FM 15', '2026-03-15'],
  ['fin de mois le 10', '2026-02-10'],
  ['45 days end of month on the 10th', '2026-04-10'],
  ['le 10 du mois suivant', '2026-02-10'],
  ['10 du mois suivant', '2026-02-10'],
  ['15th of the following month', '2026-02-15'],
  ['on the 15th of next month', '2026-02-15'],
  ['30 jours le 10 du mois suivant', '2026-03-10'],
  ['30 jours le 15', '2026-02-15'],
  ['30 jours le 10', '2026-03-10'],
  ['30 jours fin de décade', '2026-02-20'],
  ['fin de décade', '2026-01-20'],
  ['30 jours après fin de décade', '2026-02-19'],
  ['fin de décade 30 jours', '2026-02-19'],
  ['comptant', '2026-01-15'],
  ['Au comptant', '2026-01-15'],
  ['paiement immédiat', '2026-01-15'],
  ['cash', '2026-01-15'],
  ['Due immediately', '2026-01-15'],
  ['0', '2026-01-15'],
  ['à réception', '2026-01-20'],
  ['A reception de facture', '2026-01-20'],
  ['Comptant à réception', '2026-01-20'],
  ['Due on receipt', '2026-01-20'],
  ['upon receipt of invoice', '2026-01-20'],
  ['30 jours à réception de facture', '2026-02-19'],
  ['30 jours après réception', '2026-02-19'],
  ['30 jours après la réception des marchandises', '2026-02-19'],
  ['30 jours après livraison', '2026-02-19'],
  ['30 days after receipt', '2026-02-19'],
  ['30 days from delivery', '2026-02-19'],
];

describe('payment terms as people write them', () => {
  test.each(WRITTEN)('%s falls due on %s', (text, due) => {
    expect(dueDate(read(text), day('2026-01-15'), { receivedOn: day('2026-01-20') })).toBe(due);
  });

  test.each([
    '',
    '   ',
    'à convenir',
    '30 jours ouvrés',
    '30 business days',
    '2/10 net 30',
    '50 % à la commande, solde 30 jours',
    '30 ou 60 jours',
    '30/60/90',
    '-30',
    '3000 jours',
    'le 32 du mois suivant',
    '10 ddj',
    'jours',
    '30,5 jours',
  ])('%j is refused, never guessed', (text) => {
    expect(parsePaymentTerms(text)).toEqual({ ok: false, refusal: { code: 'payment_terms_unreadable', seen: text } });
  });
});
