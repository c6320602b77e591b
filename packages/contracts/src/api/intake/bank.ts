// Bank accounts and statements: how far each account is known, what waits on it, which statement is missing.
import type { ImportId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import {
  centsValue,
  currencyValue,
  dayValue,
  idParam,
  idValue,
  instantValue,
  pageKeys,
  pageOf,
  shortText,
} from '../../values/index.ts';

/** Something missing between two statements of an account. */
export const statementGap = z.strictObject({
  /** Last day before it, first day after it. */
  afterOn: dayValue,
  beforeOn: dayValue,
  /** Sum of the movements that are missing, in the account's currency; null where no balances tell. */
  missingCents: centsValue.nullable(),
});

/** An account of the company. */
export const bankAccountView = z.strictObject({
  bankAccountId: idValue(),
  /** What people call it; may be empty. */
  name: z.string(),
  /** IBAN, else the number as the bank writes it; empty for files that name none. */
  identity: z.string(),
  iban: z.string().nullable(),
  currency: currencyValue,
  statements: z.int(),
  movements: z.int(),
  /** Last day that a statement speaks of. */
  lastOn: dayValue.nullable(),
  closingOn: dayValue.nullable(),
  closingCents: centsValue.nullable(),
  /** Money received that is neither matched in full nor set aside: how many movements, and what is left of them. */
  waiting: z.int(),
  waitingCents: centsValue,
  gaps: z.array(statementGap),
});

/** A statement as it was brought in. */
export const bankStatementView = z.strictObject({
  statementId: idValue(),
  bankAccountId: idValue(),
  accountName: z.string(),
  identity: z.string(),
  currency: currencyValue,
  importId: idValue<ImportId>(),
  fileName: z.string(),
  /** `cfonb120`, `mt940`, `ofx`, `csv`, or the ISO message. */
  format: z.string(),
  reference: z.string().nullable(),
  fromOn: dayValue.nullable(),
  toOn: dayValue.nullable(),
  openingOn: dayValue.nullable(),
  openingCents: centsValue.nullable(),
  closingOn: dayValue.nullable(),
  closingCents: centsValue.nullable(),
  /** Whether opening + movements = closing; unknown where a balance is missing. */
  balance: z.enum(['balanced', 'unknown', 'differs']),
  movements: z.int(),
  /** Movements that an earlier file had brought. */
  known: z.int(),
  /** Its file was withdrawn: it tells nothing any more. */
  isWithdrawn: z.boolean(),
  recordedAt: instantValue,
  /** What is missing before it. */
  gapBefore: statementGap.nullable(),
});

/** A movement as one of two accounts tells it. */
const toldMovement = z.strictObject({
  transactionId: idValue(),
  bookedOn: dayValue,
  cents: centsValue,
  label: z.string(),
});

/** What joining two accounts would do. */
export const accountJoin = z.strictObject({
  /** The account that stays, and in whose currency amounts are. */
  intoId: idValue(),
  identity: z.string(),
  currency: currencyValue,
  /** Movements that both tell and that will count once; the first of them are in `twins`. */
  same: z.int(),
  /** Of these, those whose money is applied on both accounts: one is undone first. */
  matchedTwice: z.int(),
  /** Movements that only the account that goes tells. */
  moved: z.int(),
  twins: z.array(
    z.strictObject({ from: z.array(toldMovement), into: z.array(toldMovement), isMatchedTwice: z.boolean() }),
  ),
});

const ofAccount = z.strictObject({ bankAccountId: idParam() });

export const bank = {
  accounts: route({
    method: 'GET',
    path: '/api/v1/bank/accounts',
    permission: 'bank.read',
    summary: 'Bank accounts of the company, with their last statement, what waits and what is missing.',
    output: z.strictObject({ items: z.array(bankAccountView) }),
    refusals: [],
  }),
  renameAccount: route({
    method: 'PATCH',
    path: '/api/v1/bank/accounts/:bankAccountId',
    permission: 'bank.write',
    summary: 'Give a bank account the name people call it by; empty takes it away.',
    params: ofAccount,
    body: z.strictObject({ name: shortText }),
    output: bankAccountView,
    refusals: [],
  }),
  giveIban: route({
    method: 'POST',
    path: '/api/v1/bank/accounts/:bankAccountId/iban',
    permission: 'bank.write',
    summary: 'Give an account known from files without account its IBAN; statements that name it find it.',
    params: ofAccount,
    body: z.strictObject({ iban: shortText }),
    output: bankAccountView,
    refusals: ['state_forbids', 'iban_invalid', 'iban_known'],
  }),
  previewJoin: route({
    method: 'GET',
    path: '/api/v1/bank/accounts/:bankAccountId/join',
    permission: 'bank.read',
    summary: 'What joining two accounts that are one would do: movements told by both, those told by one.',
    params: ofAccount,
    query: z.strictObject({ with: idParam() }),
    output: accountJoin,
    refusals: ['accounts_differ'],
  }),
  join: route({
    method: 'POST',
    path: '/api/v1/bank/accounts/:bankAccountId/join',
    permission: 'bank.write',
    summary: 'Join two accounts that are one: what both tell counts once. For good.',
    params: ofAccount,
    body: z.strictObject({ with: idValue() }),
    output: bankAccountView,
    refusals: ['accounts_differ', 'money_matched_twice'],
  }),
  statements: route({
    method: 'GET',
    path: '/api/v1/bank/statements',
    permission: 'bank.read',
    summary: 'Statements brought in, the last day first.',
    query: z.strictObject({ ...pageKeys, account: idParam().optional() }),
    output: z.strictObject(pageOf(bankStatementView)),
    refusals: [],
  }),
};

export type BankAccountView = z.output<typeof bankAccountView>;
export type AccountJoin = z.output<typeof accountJoin>;
export type BankStatementView = z.output<typeof bankStatementView>;
