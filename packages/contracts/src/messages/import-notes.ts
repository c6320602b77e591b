// Import notes: things worth knowing about an imported file that are no errors, as sentences. `{name}` is filled from the note's facts, `{name|one|many}` by the word that agrees;
// amounts and days among them are given already written (noteFacts).
import { type FactWriter, writtenFacts } from './written-facts.ts';

type Sentence = Readonly<{ fr: string; en: string }>;

/** One sentence in each language for each code. */
const IMPORT_NOTES: Readonly<Record<string, Sentence>> = {
  customer_accounts: {
    fr: 'Comptes clients (411 et 416) du fichier : {amount} sur {lines} {lines|ligne|lignes}. Le solde importé est le même, au centime.',
    en: 'Customer accounts (411 and 416) of the file: {amount} over {lines} {lines|line|lines}. The balance brought in is the same, to the cent.',
  },
  unbalanced_lettering: {
    fr: '{groups} {groups|lettrage ne tombe|lettrages ne tombent} pas juste : {amount} restent ouverts.',
    en: '{groups} {groups|lettering does|letterings do} not balance: {amount} stay open.',
  },
  lettering_limited: {
    fr: '{groups} {groups|lettrage dépasse ce qui est ouvert : il s’arrête|lettrages dépassent ce qui est ouvert : ils s’arrêtent} au montant restant.',
    en: '{groups} {groups|lettering goes beyond what is open: it stops|letterings go beyond what is open: they stop} at what is left.',
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
    fr: '{facts} {facts|facture ou règlement était déjà connu d’une autre source : il n’est pas doublé|factures ou règlements étaient déjà connus d’une autre source : ils ne sont pas doublés}.',
    en: '{facts} {facts|invoice or payment was known from another source already: it is|invoices or payments were known from another source already: they are} not doubled.',
  },
  doubtful_not_told: {
    fr: '{lines} {lines|virement en douteux (416) ne dit pas quelle facture il concerne|virements en douteux (416) ne disent pas quelle facture ils concernent}.',
    en: '{lines} {lines|transfer to doubtful accounts (416) does not say which invoice it is|transfers to doubtful accounts (416) do not say which invoice they are} about.',
  },
  opening_differs: {
    fr: 'Client {customer} : l’à-nouveau est de {opening}, alors que {known} étaient connus. L’écart est repris.',
    en: 'Customer {customer}: the opening entry is {opening}, while {known} was known. The difference is taken over.',
  },
  unbalanced_entry: {
    fr: '{count} {count|écriture n’est pas équilibrée|écritures ne sont pas équilibrées}.',
    en: '{count} {count|entry does|entries do} not balance.',
  },
  unbalanced_file: {
    fr: 'Le total des débits diffère de celui des crédits.',
    en: 'The debits’ total differs from the credits’.',
  },
  amount_rounded: {
    fr: '{count} {count|montant a plus de deux décimales : il est arrondi|montants ont plus de deux décimales : ils sont arrondis} au centime.',
    en: '{count} {count|amount has more than two decimals: it is|amounts have more than two decimals: they are} rounded to the cent.',
  },
  dates_not_in_order: { fr: 'Les dates ne se suivent pas.', en: 'The dates are not in order.' },
  zero_amounts: { fr: '{count} {count|ligne est|lignes sont} à zéro.', en: '{count} {count|line is|lines are} zero.' },
  lettering_without_date: {
    fr: '{count} {count|lettrage n’a|lettrages n’ont} pas de date : celle de la dernière écriture du groupe est prise.',
    en: '{count} {count|lettering has|letterings have} no date: that of the group’s last entry is taken.',
  },
  embedded_auxiliary: {
    fr: 'Les comptes clients sont écrits dans le numéro de compte : ils en sont tirés.',
    en: 'Customer accounts are written inside the account number: they are taken from it.',
  },
  movements_known: {
    fr: '{count} {count|mouvement était déjà connu d’un autre relevé : il n’est pas doublé|mouvements étaient déjà connus d’un autre relevé : ils ne sont pas doublés}.',
    en: '{count} {count|transaction was known from another statement already: it is|transactions were known from another statement already: they are} not doubled.',
  },
  movements_back: {
    fr: '{count} {count|mouvement d’un fichier retiré compte|mouvements d’un fichier retiré comptent} de nouveau.',
    en: '{count} {count|transaction of a withdrawn file counts|transactions of a withdrawn file count} again.',
  },
  batch_known: {
    fr: '{count} {count|mouvement est le détail ou le total d’une remise déjà connue : il n’est pas doublé|mouvements sont le détail ou le total d’une remise déjà connue : ils ne sont pas doublés}.',
    en: '{count} {count|transaction is a detail or the total of a batch known already: it is|transactions are the details or the total of a batch known already: they are} not doubled.',
  },
  movements_announced: {
    fr: '{count} {count|mouvement est seulement annoncé par la banque : il viendra une fois comptabilisé|mouvements sont seulement annoncés par la banque : ils viendront une fois comptabilisés}.',
    en: '{count} {count|transaction is only announced by the bank: it will come once it is|transactions are only announced by the bank: they will come once they are} booked.',
  },
  zero_movements: {
    fr: '{count} {count|mouvement est à zéro : il est laissé|mouvements sont à zéro : ils sont laissés}.',
    en: '{count} {count|transaction is zero: it is|transactions are zero: they are} left.',
  },
  statement_repeated: {
    fr: '{count} {count|relevé figure deux fois dans le fichier : il compte|relevés figurent deux fois dans le fichier : ils comptent} une fois.',
    en: '{count} {count|statement stands in the file twice: it counts|statements stand in the file twice: they count} once.',
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
    fr: '{count} {count|règlement peut être l’un ou l’autre de ceux déjà venus de la banque : il est entré|règlements peuvent être l’un ou l’autre de ceux déjà venus de la banque : ils sont entrés} à part, à vérifier.',
    en: '{count} {count|payment may be one or another of those the bank brought already: it came in on its|payments may be one or another of those the bank brought already: they came in on their} own, to be checked.',
  },
  file_imported: { fr: '{file} : importé.', en: '{file}: imported.' },
  file_dry_run: { fr: '{file} : peut être importé.', en: '{file}: can be imported.' },
  file_unchanged: { fr: '{file} : déjà importé, rien ne change.', en: '{file}: imported before, nothing changes.' },
  file_refused: { fr: '{file} : refusé ({reason}).', en: '{file}: refused ({reason}).' },
  statement_not_closed: {
    fr: '{count} {count|relevé n’a|relevés n’ont} pas de solde final.',
    en: '{count} {count|statement has|statements have} no closing balance.',
  },
  movement_without_opening: {
    fr: '{count} {count|mouvement vient sans solde initial : son|mouvements viennent sans solde initial : leur} relevé ne peut pas être vérifié.',
    en: '{count} {count|transaction comes without an opening balance: its|transactions come without an opening balance: their} statement cannot be checked.',
  },
  closing_without_opening: {
    fr: '{count} {count|solde final vient|soldes finaux viennent} sans solde initial.',
    en: '{count} {count|closing balance comes|closing balances come} without an opening one.',
  },
  balance_unreadable: {
    fr: '{count} {count|solde est illisible|soldes sont illisibles}.',
    en: '{count} {count|balance|balances} cannot be read.',
  },
  unused_columns: { fr: 'Colonnes non utilisées : {columns}.', en: 'Columns not used: {columns}.' },
};

const OTHER: Sentence = {
  fr: 'Particularité du fichier, lue sans difficulté ({count} fois).',
  en: 'A peculiarity of the file, read without trouble ({count} {count|time|times}).',
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
