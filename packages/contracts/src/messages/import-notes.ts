// Import notes: things worth knowing about an imported file that are no errors, as sentences. `{name}` is filled from the note's facts;
// amounts and days among them are given already written (noteFacts).
import { type FactWriter, writtenFacts } from './written-facts.ts';

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
    fr: '{facts} factures ou règlements étaient déjà connus d’une autre source : ils ne sont pas doublés.',
    en: '{facts} invoices or payments were known from another source already: they are not doubled.',
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
  movements_known: {
    fr: '{count} mouvements étaient déjà connus d’un autre relevé : ils ne sont pas doublés.',
    en: '{count} transactions were known from another statement already: they are not doubled.',
  },
  batch_known: {
    fr: '{count} mouvements sont le détail ou le total d’une remise déjà connue : ils ne sont pas doublés.',
    en: '{count} transactions are the details or the total of a batch known already: they are not doubled.',
  },
  movements_announced: {
    fr: '{count} mouvements sont seulement annoncés par la banque : ils viendront une fois comptabilisés.',
    en: '{count} transactions are only announced by the bank: they will come once they are booked.',
  },
  zero_movements: {
    fr: '{count} mouvements sont à zéro : ils sont laissés.',
    en: '{count} transactions are zero: they are left.',
  },
  statement_repeated: {
    fr: '{count} relevés figurent deux fois dans le fichier : ils comptent une fois.',
    en: '{count} statements stand in the file twice: they count once.',
  },
  account_deduced: {
    fr: 'Le fichier ne nomme aucun compte : ses mouvements sont ceux du seul compte connu, {account}.',
    en: 'The file names no account: its movements are those of the only account known, {account}.',
  },
  account_given: {
    fr: 'Un compte connu sans IBAN, aux mêmes mouvements ou au même numéro, est le {account}.',
    en: 'An account known without an IBAN, of the same movements or number, is {account}.',
  },
  account_perhaps: {
    fr: 'Le compte {account} est nouveau. Si le compte sans IBAN est le même, dites-le dans Comptes et relevés.',
    en: 'Account {account} is new. If the account without an IBAN is the same, say so in Accounts and statements.',
  },
  balance_differs: {
    fr: 'Compte {account} : le solde final du {on} est de {expected}, alors que solde initial et mouvements donnent {found}.',
    en: 'Account {account}: the closing balance of {on} is {expected}, while opening balance and transactions make {found}.',
  },
  statement_gap: {
    fr: 'Compte {account} : il manque un relevé entre le {afterOn} et le {beforeOn} ; le solde y a varié de {amount}.',
    en: 'Account {account}: a statement is missing between {afterOn} and {beforeOn}; the balance moved by {amount} in between.',
  },
  statement_gap_days: {
    fr: 'Compte {account} : aucun relevé ne couvre les jours entre le {afterOn} et le {beforeOn}.',
    en: 'Account {account}: no statement covers the days between {afterOn} and {beforeOn}.',
  },
  bank_payments_ambiguous: {
    fr: '{count} règlements peuvent être l’un ou l’autre de ceux déjà venus de la banque : ils sont entrés à part, à vérifier.',
    en: '{count} payments may be one or another of those the bank brought already: they came in on their own, to be checked.',
  },
  file_imported: { fr: '{file} : importé.', en: '{file}: imported.' },
  file_dry_run: { fr: '{file} : peut être importé.', en: '{file}: can be imported.' },
  file_unchanged: { fr: '{file} : déjà importé, rien ne change.', en: '{file}: imported before, nothing changes.' },
  file_refused: { fr: '{file} : refusé ({reason}).', en: '{file}: refused ({reason}).' },
  statement_not_closed: {
    fr: '{count} relevés n’ont pas de solde final.',
    en: '{count} statements have no closing balance.',
  },
  movement_without_opening: {
    fr: '{count} mouvements viennent sans solde initial : leur relevé ne peut pas être vérifié.',
    en: '{count} transactions come without an opening balance: their statement cannot be checked.',
  },
  closing_without_opening: {
    fr: '{count} soldes finaux viennent sans solde initial.',
    en: '{count} closing balances come without an opening one.',
  },
  balance_unreadable: { fr: '{count} soldes sont illisibles.', en: '{count} balances cannot be read.' },
  unused_columns: { fr: 'Colonnes non utilisées : {columns}.', en: 'Columns not used: {columns}.' },
};

const OTHER: Sentence = {
  fr: 'Particularité du fichier, lue sans difficulté ({count} fois).',
  en: 'A peculiarity of the file, read without trouble ({count} times).',
};

/** The sentence of a note's code; a code newer than these words gets a general one. */
export const importNote = (code: string, language: 'fr' | 'en'): string => (IMPORT_NOTES[code] ?? OTHER)[language];

/** The facts of a note as its sentence takes them; `count` is 1 where there is none. */
export const noteFacts = (facts: Readonly<Record<string, unknown>>, write: FactWriter): Record<string, unknown> => ({
  count: 1,
  amount: '',
  opening: '',
  known: '',
  ...writtenFacts(facts, write),
});
