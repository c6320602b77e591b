// Portfolio: what the demo hands over: files to import in this order, what each customer shows, and what no file can carry.
import type { Day } from '@quittance/core/kernel';
import type { DemoCompany, PastStep } from './people/demo-customer.ts';

/** Kinds of import the demo uses. */
export type DemoFileKind = 'csv-customers' | 'csv-contacts' | 'fec' | 'csv-invoices' | 'csv-payments' | 'camt';

/** A file as the ordinary import takes it: text, UTF-8. */
export type DemoFile = Readonly<{ name: string; kind: DemoFileKind; content: string }>;

/** A situation the demo shows, and where. */
export type DemoStory = Readonly<{
  key: string;
  /** Number in the list of thirty situations, or null. */
  situation: number | null;
  what: string;
  customerRef: string;
  customerName: string;
  invoiceNumbers: readonly string[];
}>;

export type DemoPortfolio = Readonly<{
  today: Day;
  company: DemoCompany;
  /** To be imported in this order. */
  files: readonly DemoFile[];
  /** What its bank tells of its last days; goes in when the past is told. */
  statement: DemoFile;
  story: readonly DemoStory[];
  /** Steps done in another tool before today (rule R6). */
  pastSteps: readonly PastStep[];
  /** Addresses known to bounce. */
  bounced: readonly Readonly<{ customerRef: string; email: string }>[];
}>;
