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
  recordedAt: instantValue,
  /** What is missing before it. */
  gapBefore: statementGap.nullable(),
});

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
    params: z.strictObject({ bankAccountId: idParam() }),
    body: z.strictObject({ name: shortText }),
    output: bankAccountView,
    refusals: [],
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
export type BankStatementView = z.output<typeof bankStatementView>;
