// Import notes: things worth knowing about an imported file that are no errors, as sentences. `{name}` is filled from the note's facts;
// amounts among them are given already written.

type Sentence = Readonly<{ fr: string; en: string }>;

/** One sentence in each language for each code. */
const IMPORT_NOTES: Readonly<Record<string, Sentence>> = {
  customer_accounts: {
    fr: 'Comptes clients (411 et 416) du fichier : {amount} sur {lines} lignes. Le solde importé est le même, au centime.',
    en: 'Customer accounts (411 and 416) of the file: {amount} over {lines} lines. The balance brought in is the same, to the cent.',
  },
  unbalanced_lettering: {
    fr: '{groups} lettrages ne tombent pas juste : {amount} restent ouverts.',
    en: '{groups} letterings do not balance: {amount} stay open.',
  },
  lettering_limited: {
    fr: '{groups} lettrages dépassent ce qui est ouvert : ils s’arrêtent au montant restant.',
    en: '{groups} letterings go beyond what is open: they stop at what is left.',
  },
  older_export: {
    fr: 'Un export plus récent du même exercice est déjà là : ce fichier complète sans rien défaire.',
    en: 'A newer export of the same year is there already: this file completes it and undoes nothing.',
  },
  entries_withdrawn: {
    fr: 'Des écritures de l’export précédent n’y sont plus : elles sont retirées ({facts}).',
    en: 'Entries of the export before are no longer in it: they are withdrawn ({facts}).',
  },
  known_from_other_source: {
    fr: '{facts} factures étaient déjà connues d’un autre fichier : elles ne sont pas doublées.',
    en: '{facts} invoices were known from another file already: they are not doubled.',
  },
  doubtful_not_told: {
    fr: '{lines} virements en douteux (416) ne disent pas quelle facture ils concernent.',
    en: '{lines} transfers to doubtful accounts (416) do not say which invoice they are about.',
  },
  opening_differs: {
    fr: 'Client {customer} : l’à-nouveau est de {opening}, alors que {known} étaient connus. L’écart est repris.',
    en: 'Customer {customer}: the opening entry is {opening}, while {known} was known. The difference is taken over.',
  },
  unbalanced_entry: { fr: '{count} écritures ne sont pas équilibrées.', en: '{count} entries do not balance.' },
  unbalanced_file: {
    fr: 'Le total des débits diffère de celui des crédits.',
    en: 'The debits’ total differs from the credits’.',
  },
  amount_rounded: {
    fr: '{count} montants ont plus de deux décimales : ils sont arrondis au centime.',
    en: '{count} amounts have more than two decimals: they are rounded to the cent.',
  },
  dates_not_in_order: { fr: 'Les dates ne se suivent pas.', en: 'The dates are not in order.' },
  zero_amounts: { fr: '{count} lignes sont à zéro.', en: '{count} lines are zero.' },
  lettering_without_date: {
    fr: '{count} lettrages n’ont pas de date : celle de la dernière écriture du groupe est prise.',
    en: '{count} letterings have no date: that of the group’s last entry is taken.',
  },
  embedded_auxiliary: {
    fr: 'Les comptes clients sont écrits dans le numéro de compte : ils en sont tirés.',
    en: 'Customer accounts are written inside the account number: they are taken from it.',
  },
  unused_columns: { fr: 'Colonnes non utilisées : {columns}.', en: 'Columns not used: {columns}.' },
};

const OTHER: Sentence = {
  fr: 'Particularité du fichier, lue sans difficulté ({count} fois).',
  en: 'A peculiarity of the file, read without trouble ({count} times).',
};

/** The sentence of a note's code; a code newer than these words gets a general one. */
export const importNote = (code: string, language: 'fr' | 'en'): string => (IMPORT_NOTES[code] ?? OTHER)[language];
