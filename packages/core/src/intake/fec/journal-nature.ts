// What a journal of the books is for, told by its words and by the accounts its lines use; the accounts win where they contradict.
import type { FecJournal } from '../fec-records.ts';

/** The nature of a journal, as far as customer accounts are concerned. */
export type JournalNature = 'sales' | 'purchases' | 'bank' | 'cash' | 'bills' | 'opening' | 'other';

const WORDS: readonly (readonly [RegExp, JournalNature])[] = [
  [/operations? diverses|\bod\b|^od|miscellaneous|situation|inventaire|cloture|salaire|\bpaye?\b|payroll/, 'other'],
  [
    /caisse (?:d )?epargne|caisse regionale|credit (?:agricole|mutuel|lyonnais|du nord|cooperatif)|societe generale/,
    'bank',
  ],
  [/\beffets?\b|\blcr\b|\btraites?\b|\bbills?\b|billets? a ordre/, 'bills'],
  [/\bcaisse\b|\bcash\b|especes|^(?:ca|cai|cs|csh)\d*\b/, 'cash'],
  [
    /\bventes?\b|\bsales?\b|facturation|factures? clients?|customer invoices?|avoirs? clients?|^(?:ve|vt|vte|ven|vet|inv)\d*\b/,
    'sales',
  ],
  [/\bachats?\b|fournisseurs?|purchases?|vendor|supplier|frais generaux|^(?:ac|ach|ha|bill)\d*\b/, 'purchases'],
  [
    /banque|\bbank\b|\bbq|\bcb\b|cheque|chequier|virement|prelevement|encaissement|reglement|tresorerie|^(?:bq|bk|bnk|bnq)\w*\b/,
    'bank',
  ],
];

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const byWords = (text: string): JournalNature | null => WORDS.find(([words]) => words.test(text))?.[1] ?? null;

const isMoney = (nature: JournalNature | null): boolean => nature === 'bank' || nature === 'cash' || nature === 'bills';

/** A bank entry has one money line for one or a few others: a fifth of the lines is enough to be sure. */
const MONEY_SHARE = 5;

function byAccounts({ groups, lines }: FecJournal): JournalNature | null {
  const money = groups.bank + groups.cash + groups.bills;
  if (money > 0 && money * MONEY_SHARE >= lines && money >= groups.sales) {
    if (groups.bills > groups.bank + groups.cash) return 'bills';
    return groups.cash > groups.bank ? 'cash' : 'bank';
  }
  if (money > 0) return null;
  if (groups.sales > 0 && groups.customers > 0) return 'sales';
  return groups.suppliers > 0 && groups.expenses > 0 ? 'purchases' : null;
}

/** The nature of a journal. Opening entries (à nouveau) are recognised by the reader; what nothing tells is `other`. */
export function journalNature(journal: FecJournal): JournalNature {
  if (journal.isOpening) return 'opening';
  const named = byWords(plain(journal.label)) ?? byWords(plain(journal.code));
  const used = byAccounts(journal);
  if (named === 'other' || used === null) return named ?? 'other';
  if (named === null) return used;
  return isMoney(named) === isMoney(used) ? named : used;
}
