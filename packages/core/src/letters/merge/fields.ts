// Fields: the catalogue of what a template may read, for the editor's list, its completion and its documentation.

/** `list` fields are walked with `{% for invoice in invoices %}`; their own fields are written `invoices[].number`. */
export type MergeField = Readonly<{
  name: string;
  kind: 'text' | 'number' | 'yes_no' | 'list';
  /** May be null, to be tested with `{% if %}`. */
  optional: boolean;
  fr: string;
  en: string;
  /** As a French message would show it. */
  example: string;
}>;

type Row = readonly [name: string, fr: string, en: string, example: string];

const kindOf = (name: string, example: string): MergeField['kind'] => {
  if (name === 'invoices') return 'list';
  if (example === 'true' || example === 'false') return 'yes_no';
  return /^\d+$/.test(example) && !/ref|siren/.test(name) ? 'number' : 'text';
};

const field =
  (optional: boolean) =>
  ([name, fr, en, example]: Row): MergeField => ({ name, kind: kindOf(name, example), optional, fr, en, example });

const ALWAYS: readonly Row[] = [
  [
    'greeting',
    'Formule d’appel selon le canal et l’interlocuteur',
    'Salutation for the channel and contact',
    'Bonjour Claire Morel,',
  ],
  ['on', 'Date du message', 'Day of the message', '12 mars 2027'],
  ['tone', 'Ton de l’étape', 'Tone of the step', 'courteous'],
  ['channel', 'Canal', 'Channel', 'email'],
  ['company.name', 'Nom de votre société', 'Your company’s name', 'Atelier Vauban'],
  ['customer.ref', 'Compte client', 'Customer account', 'C00042'],
  ['customer.name', 'Nom du client', 'Customer’s name', 'Menuiserie Delorme'],
  ['customer.kind', 'Nature : business, consumer ou public', 'Kind: business, consumer or public', 'business'],
  ['customer.is_business', 'Le client est un professionnel', 'The customer is a business', 'true'],
  ['customer.is_consumer', 'Le client est un particulier', 'The customer is a consumer', 'false'],
  ['customer.is_public', 'Le client est une personne publique', 'The customer is a public body', 'false'],
  ['invoice_count', 'Nombre d’échéances listées', 'Number of lines', '2'],
  [
    'invoice_numbers',
    'Numéros des factures, en toutes lettres',
    'Invoice numbers as a phrase',
    'F-2027-014 et F-2027-021',
  ],
  ['invoices', 'Les échéances, à parcourir', 'The lines, to walk through', ''],
  ['invoices[].number', 'Numéro de facture', 'Invoice number', 'F-2027-014'],
  ['invoices[].issued_on', 'Date de facture', 'Issue date', '15/01/2027'],
  ['invoices[].due_on', 'Échéance', 'Due date', '14/02/2027'],
  ['invoices[].due_on_long', 'Échéance en toutes lettres', 'Due date in words', '14 février 2027'],
  ['invoices[].due_estimated', 'L’échéance est estimée', 'The due date is estimated', 'false'],
  ['invoices[].gross', 'Montant TTC', 'Amount incl. VAT', '1 200,00 €'],
  ['invoices[].gross_cents', 'Montant TTC en centimes', 'Amount incl. VAT in cents', '120000'],
  ['invoices[].open', 'Reste dû', 'Outstanding', '1 200,00 €'],
  ['invoices[].open_cents', 'Reste dû en centimes', 'Outstanding in cents', '120000'],
  ['invoices[].days_late', 'Jours de retard', 'Days late', '26'],
  ['invoices[].days_late_text', 'Retard en toutes lettres', 'Lateness in words', '26 jours de retard'],
  ['first_due', 'Échéance la plus ancienne', 'Earliest due date', '14 février 2027'],
  ['last_due', 'Échéance la plus récente', 'Latest due date', '28 février 2027'],
  ['same_due', 'Toutes les échéances tombent le même jour', 'All lines fall due the same day', 'false'],
  ['oldest_days_late', 'Retard le plus long, en jours', 'Longest delay in days', '26'],
  ['oldest_late', 'Retard le plus long, en toutes lettres', 'Longest delay in words', '26 jours'],
  ['total', 'Total net des avoirs et règlements', 'Total net of credits', '1 950,00 €'],
  ['total_cents', 'Ce total en centimes', 'That total in cents', '195000'],
  [
    'to_pay',
    'Somme demandée, pénalités réclamées comprises',
    'Sum asked for, claimed penalties included',
    '1 950,00 €',
  ],
  ['to_pay_cents', 'Cette somme en centimes', 'That sum in cents', '195000'],
  ['invoices_total', 'Total des factures avant déductions', 'Total of the lines before credits', '2 100,00 €'],
  ['credit_count', 'Nombre d’avoirs et de règlements déduits', 'Number of credits', '1'],
  ['credits_total', 'Total des avoirs et règlements déduits', 'Total of the credits', '150,00 €'],
  ['currency', 'Devise', 'Currency', 'EUR'],
  ['penalties.mode', 'Pénalités : none, shown ou claimed', 'Penalties: none, shown or claimed', 'shown'],
  ['penalties.claimed', 'Les pénalités sont réclamées', 'Penalties are claimed', 'false'],
  [
    'penalties.sentence',
    'Phrase légale sur les pénalités (vide sans pénalités)',
    'Legal sentence on penalties (empty without)',
    '',
  ],
  ['earlier.count', 'Nombre de relances précédentes', 'Number of earlier reminders', '2'],
  [
    'earlier.list',
    'Relances précédentes, en toutes lettres',
    'Earlier reminders as a phrase',
    'notre e-mail du 21 février 2027',
  ],
  ['reference', 'Référence à rappeler dans le virement', 'Reference to quote', 'C00042'],
  ['attachment_count', 'Nombre de pièces jointes', 'Number of attachments', '1'],
  ['attachments', 'Noms des pièces jointes', 'Names of the attachments', 'F-2027-014.pdf'],
];

const OPTIONAL: readonly Row[] = [
  ['place', 'Ville d’expédition', 'Town of sending', 'Lyon'],
  ['deadline', 'Date limite de paiement demandée', 'Last day to pay', '20 mars 2027'],
  ['deadline_days', 'Jours laissés pour payer', 'Days left to pay', '8'],
  ['payment_link', 'Adresse de paiement en ligne', 'Online payment address', 'https://paiement.example/p/7Q2'],
  ['company.legal_form', 'Forme juridique', 'Legal form', 'SAS'],
  ['company.siren', 'SIREN', 'SIREN', '123456782'],
  ['company.vat_number', 'Numéro de TVA', 'VAT number', 'FR11123456782'],
  ['company.address', 'Adresse', 'Address', '4 rue des Forges, 69003 Lyon'],
  ['company.phone', 'Téléphone', 'Telephone', '04 72 00 00 00'],
  ['company.email', 'E-mail', 'E-mail', 'compta@vauban.example'],
  ['company.website', 'Site', 'Website', 'vauban.example'],
  ['company.iban', 'IBAN', 'IBAN', 'FR76 3000 6000 0112 3456 7890 189'],
  ['company.bic', 'BIC', 'BIC', 'AGRIFRPP'],
  ['company.signatory', 'Signataire', 'Signatory', 'Paul Aubry'],
  ['company.signatory_title', 'Fonction du signataire', 'Signatory’s title', 'Responsable recouvrement'],
  ['customer.contact', 'Interlocuteur', 'Contact', 'Claire Morel'],
  ['customer.address', 'Adresse du client', 'Customer’s address', '12 rue Haute, 38000 Grenoble'],
  ['invoices[].order_ref', 'Référence de commande du client', 'Customer’s order reference', 'BC-889'],
  ['penalties.rate', 'Taux annuel', 'Annual rate', '12,40 %'],
  ['penalties.interest', 'Intérêts', 'Interest', '17,67 €'],
  ['penalties.fixed_fee', 'Indemnités forfaitaires', 'Fixed indemnities', '80,00 €'],
  ['penalties.total', 'Total des pénalités', 'Total of the penalties', '97,67 €'],
  ['penalties.computed_on', 'Date du calcul des pénalités', 'Day of the computation', '12 mars 2027'],
  ['earlier.last', 'Dernière relance', 'Last reminder', 'notre e-mail du 21 février 2027'],
];

/** Everything a template may read, the fields that may be null last. */
export const MERGE_FIELDS: readonly MergeField[] = [...ALWAYS.map(field(false)), ...OPTIONAL.map(field(true))];
