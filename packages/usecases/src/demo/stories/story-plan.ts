// Story plan: one situation the demo shows, as data. Days are counted from today: -7 is a week ago. Amounts are gross euros.
import { cents } from '@quittance/core/kernel';
import type { CustomerSketch } from '../people/demo-customer.ts';

/** Days from today, or a day found by the calendar: the due date whose step at `offset` falls on such a day. */
export type PlannedDay = number | Readonly<{ stepOn: 'weekend' | 'holiday'; offset: number }>;

/** Money at a day. */
export type PlannedAmount = Readonly<{ on: number; euros: number }>;

export type PlannedInvoice = Readonly<{
  due: PlannedDay;
  euros: number;
  /** Sending day; by default the day after issue; null where it is not known. */
  sent?: number | null;
  /** Days from issue to due date, 30 by default. */
  days?: number;
  /** Several due terms instead of one, in order: `due` is then the first of them. */
  terms?: readonly PlannedAmount[];
  /** Part payments or the whole, lettered with the invoice. */
  paid?: readonly PlannedAmount[];
  /** Steps done in another tool: rank and day. */
  steps?: readonly Readonly<{ rank: number; on: number }>[];
  /** Day it was moved to 416. */
  doubtful?: number;
  label?: string;
}>;

/** Money the books have without letters, which the bank's file explains; `invoices` are places in the plan's list. */
export type PlannedPayment = PlannedAmount & Readonly<{ invoices: readonly number[] }>;

export type StoryPlan = Readonly<{
  key: string;
  /** Number of the situation in the list of thirty, or null. */
  situation: number | null;
  /** What to see, in one sentence. */
  what: string;
  customer: CustomerSketch;
  /** The customer goes on buying to this day, with its habit; else its ordinary sales ended months ago, all paid. */
  live?: boolean;
  invoices?: readonly PlannedInvoice[];
  /** Credit notes nobody allocated. */
  credits?: readonly PlannedAmount[];
  /** Payments in the books nobody allocated. */
  receipts?: readonly PlannedAmount[];
  payments?: readonly PlannedPayment[];
}>;

const ORDINARY = {
  kind: 'business',
  language: 'fr',
  segment: 'PME',
  sector: 'restauration',
  terms: '30 jours',
  habit: 'exact',
  reach: 'full',
  scenario: null,
  perMonth: 0.5,
  usualCents: cents(240_000),
} as const;

/** A small company that pays in time, save what is said otherwise. */
export const customerNamed = (name: string, rest: Partial<CustomerSketch> = {}): CustomerSketch => ({
  ...ORDINARY,
  name,
  ...rest,
});
