// A message as many leave: three overdue invoices and a credit note of an invented debtor, in French.

import { epcPayload } from '@quittance/formats/epcqr';

const LINES = [
  {
    number: 'FA26-0412',
    issuedOn: '2026-09-14',
    dueOn: '2026-10-14',
    grossCents: 312_480,
    openCents: 312_480,
    daysLate: 42,
  },
  {
    number: 'FA26-0447',
    issuedOn: '2026-09-28',
    dueOn: '2026-10-28',
    grossCents: 98_400,
    openCents: 48_400,
    daysLate: 28,
  },
  {
    number: 'FA26-0463',
    issuedOn: '2026-10-05',
    dueOn: '2026-11-04',
    grossCents: 1_250_000,
    openCents: 1_250_000,
    daysLate: 21,
  },
].map((line) => ({ ...line, dueEstimated: false, orderRef: null }));

const CREDIT = { kind: 'credit_note', number: 'AV26-0031', on: '2026-11-02', cents: 24_000 };

const TOTAL = LINES.reduce((sum, line) => sum + line.openCents, 0) - CREDIT.cents;
const IBAN = 'FR7699999000010000027182813';

const transferCode = (remittance) => {
  const code = epcPayload({ beneficiary: 'Belvaudois Équipement', iban: IBAN, amountCents: TOTAL, remittance });
  if (!code.ok) throw new Error(code.refusal.code);
  return code.value;
};

/** The view of message number `index` through a channel: names and references differ, so that nothing can be remembered. */
export const sampleView = (index, channel, tone) => ({
  language: 'fr',
  tone,
  channel,
  sender: {
    name: 'Belvaudois Équipement',
    legalForm: 'SAS',
    capitalCents: 20_000_000,
    siren: '000042713',
    rcs: 'RCS Port-Émeraude 000 042 713',
    vatNumber: null,
    addressLines: ['8 quai des Mariniers', '96400 Port-Émeraude'],
    phone: '01 99 00 27 18',
    email: 'comptabilite@belvaudois-equipement.example',
    website: null,
    iban: IBAN,
    bic: 'ZZZZFRP0XXX',
    signatoryName: 'Odile Vautrelle',
    signatoryTitle: 'Responsable du crédit client',
  },
  recipient: {
    ref: `C${String(index).padStart(5, '0')}`,
    name: `Auberge Aubrelier ${index}`,
    kind: 'business',
    contactName: 'Marc Dorvannec',
    addressLines: [`${index} rue des Sorbiers`, '96110 Saint-Aubric-sur-Lène'],
  },
  on: '2026-11-25',
  place: 'Port-Émeraude',
  lines: LINES,
  credits: [CREDIT],
  totalCents: TOTAL,
  currency: 'EUR',
  deadlineOn: tone === 'courteous' ? null : '2026-12-03',
  earlierReminders: [{ on: '2026-11-10', channel: 'email', tone: 'courteous' }],
  penalties: { mode: 'none' },
  paymentLink: null,
  reference: `C${String(index).padStart(5, '0')}`,
  epcPayload: transferCode(`C${String(index).padStart(5, '0')}`),
  attachments: [],
});
