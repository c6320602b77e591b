// Entry: one balanced accounting entry and its lines, before an exercise numbers it.
import type { Cents, Day } from '@quittance/core/kernel';
import type { Settlement } from '../trade/trade.ts';

/** Journals of the demo's books. */
export const JOURNALS = {
  AN: 'À-nouveaux',
  VE: 'Ventes',
  HA: 'Achats',
  BQ: 'Banque',
  OD: 'Opérations diverses',
} as const;

/** Accounts of the demo's books (plan comptable général). */
export const ACCOUNTS = {
  '101000': 'Capital',
  '120000': "Résultat de l'exercice",
  '164000': 'Emprunts',
  '215000': 'Matériel et outillage',
  '401000': 'Fournisseurs',
  '411000': 'Clients',
  '416000': 'Clients douteux ou litigieux',
  '421000': 'Personnel, rémunérations dues',
  '445510': 'TVA à décaisser',
  '445660': 'TVA déductible',
  '445670': 'Crédit de TVA à reporter',
  '445710': 'TVA collectée',
  '512000': 'Banque',
  '607000': 'Achats de marchandises',
  '641000': 'Rémunérations du personnel',
  '707000': 'Ventes de marchandises',
} as const;

export type Account = keyof typeof ACCOUNTS;

/** Auxiliary account: the customer or the supplier. */
export type Auxiliary = Readonly<{ ref: string; name: string }>;

/** One line; exactly one of debit and credit is not zero. */
export type Line = Readonly<{
  account: Account;
  auxiliary: Auxiliary | null;
  piece: string;
  pieceOn: Day;
  label: string;
  debit: Cents;
  credit: Cents;
  /** The lettered group it belongs to, or null. */
  settlement: Settlement | null;
}>;

export type Entry = Readonly<{ journal: keyof typeof JOURNALS; on: Day; lines: readonly Line[] }>;

/** Debits less credits. */
export const balanceOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + line.debit - line.credit, 0);
