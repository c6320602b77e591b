// Settings: a company with its letterhead and policy in full, shipped defaults where nothing was set.
import type { Calendar } from '@quittance/core/calendar';
import {
  DEFAULT_BANK_DELAY_WORKED_DAYS,
  DEFAULT_POLICY,
  DEFAULT_SCENARIO_CODE,
  DEFAULT_SENDING_HOURS,
  type DunningPolicy,
} from '@quittance/core/dunning';
import type { Cents, CompanyId, Currency, Day } from '@quittance/core/kernel';
import type { PostalAddress } from '@quittance/core/parties';
import type { ClaimDisposition } from '@quittance/core/payments';
import { type CompanyRow, findCompany } from '@quittance/db/companies';
import type { Tx } from '@quittance/db/tx';
import { type Pictures, takePictures } from './pictures.ts';

/** A bank account the company is paid on. */
export type BankAccount = Readonly<{ label: string; iban: string; bic: string | null; currency: Currency }>;

/** What stands on letters and e-mails, and how to pay. */
export type Letterhead = Readonly<{
  name: string;
  legalForm: string;
  siren: string | null;
  vatNumber: string | null;
  capitalCents: Cents | null;
  rcs: string | null;
  website: string | null;
  address: PostalAddress | null;
  email: string | null;
  phone: string | null;
  iban: string | null;
  bic: string | null;
  /** Further accounts; `iban` and `bic` are the one by default. */
  accounts: readonly BankAccount[];
  /** Who signs: name, then function on the next line. */
  signature: string;
  footer: string;
}>;

/** Everything the company decided, rules R4-R8 and R11 of docs/specs/dunning.md included. */
export type CompanyPolicy = DunningPolicy &
  Readonly<{
    /** Scenario of a customer who has none and whose segment has none. */
    scenario: string;
    scenarioBySegment: Readonly<Record<string, string>>;
    /** Terms of a customer who has none, as `parsePaymentTerms` reads them. */
    paymentTerms: string;
    /** Local hours between which messages leave. */
    sendFromHour: number;
    sendToHour: number;
    /** Days the company closes besides holidays. */
    closedDays: readonly Day[];
    /** Days late after which the aged balance is cut. */
    ageingBounds: readonly number[];
    /** Highest difference that may be closed on one item: bank charges on the way, a write-off. */
    smallDifferenceCents: Cents;
    /** Whether what matching is sure of is applied without a person. */
    appliesMatches: boolean;
    /** Worked days a bank may take to show announced money. */
    bankDelayWorkedDays: number;
    /** What becomes of late fees claimed once their principal is paid; `decidedBy` null where nobody chose. */
    lateFees: Readonly<{ whenPrincipalPaid: ClaimDisposition; decidedBy: string | null }>;
  }>;

export const DEFAULT_COMPANY_POLICY: CompanyPolicy = {
  ...DEFAULT_POLICY,
  scenario: DEFAULT_SCENARIO_CODE,
  scenarioBySegment: {},
  paymentTerms: '30 jours',
  sendFromHour: DEFAULT_SENDING_HOURS.from,
  sendToHour: DEFAULT_SENDING_HOURS.to,
  closedDays: [],
  ageingBounds: [30, 60, 90],
  smallDifferenceCents: 1500 as Cents,
  appliesMatches: true,
  bankDelayWorkedDays: DEFAULT_BANK_DELAY_WORKED_DAYS,
  lateFees: { whenPrincipalPaid: 'keep', decidedBy: null },
};

const EMPTY_LETTERHEAD: Omit<Letterhead, 'name' | 'siren'> = {
  legalForm: '',
  vatNumber: null,
  capitalCents: null,
  rcs: null,
  website: null,
  address: null,
  email: null,
  phone: null,
  iban: null,
  bic: null,
  accounts: [],
  signature: '',
  footer: '',
};

export type CompanySettings = Readonly<{
  companyId: CompanyId;
  code: string;
  name: string;
  currency: Currency;
  timezone: string;
  testMode: boolean;
  /** Segments that are live while the company is in test mode; '' stands for customers without one. */
  liveSegments: readonly string[];
  letterhead: Letterhead;
  /** Filled where the settings come from `getSettings`. */
  pictures: Pictures;
  policy: CompanyPolicy;
  calendar: Calendar;
}>;

/** Fills a stored company with defaults. */
export function settingsOf(row: CompanyRow): CompanySettings {
  const policy = { ...DEFAULT_COMPANY_POLICY, ...(row.policy as Partial<CompanyPolicy>) };
  return {
    companyId: row.companyId,
    code: row.code,
    name: row.name,
    currency: row.currency,
    timezone: row.timezone,
    testMode: row.testMode,
    liveSegments: row.liveSegments,
    letterhead: { name: row.name, siren: row.siren, ...EMPTY_LETTERHEAD, ...(row.letterhead as Partial<Letterhead>) },
    pictures: {},
    policy,
    calendar: { alsaceMoselle: row.alsaceMoselle, closedDays: policy.closedDays },
  };
}

/** The company's settings. @throws Error when the organization has no such company: callers hold ids they were given */
export async function getSettings(tx: Tx, companyId: CompanyId): Promise<CompanySettings> {
  const row = await findCompany(tx, companyId);
  if (!row) throw new Error(`no company ${companyId} in this organization`);
  return { ...settingsOf(row), pictures: await takePictures(tx, row) };
}
