// Rows of the outbox: an action as stored, with its state. Shared by reading and writing.
import type { Channel, CreditFacts, RuleCode, Tone } from '@quittance/core/dunning';
import type {
  ActionId,
  Cents,
  CompanyId,
  ContactId,
  Currency,
  CustomerId,
  Day,
  ReceivableId,
} from '@quittance/core/kernel';
import type { Language } from '@quittance/core/parties';

/** `planned → approved → queued → sent | cancelled | failed | uncertain`. */
export type ActionState = 'planned' | 'approved' | 'queued' | 'sent' | 'cancelled' | 'failed' | 'uncertain';

export type ActionItemRow = Readonly<{
  receivableId: ReceivableId;
  cents: Cents;
  advances: boolean;
  toRank: number;
}>;

/** Words in place of the template's. `literal`: taken as they stand; `standing`: the amounts they were written on, as one text. */
export type EditedText = Readonly<{
  subject: string;
  body: string;
  literal?: boolean;
  standing?: string;
  by?: string;
  at?: string;
}>;

export type ActionRow = Readonly<{
  actionId: ActionId;
  companyId: CompanyId;
  customerId: CustomerId;
  plannedOn: Day;
  channel: Channel;
  scenario: string;
  scenarioVersion: number;
  step: string;
  rank: number;
  tone: Tone;
  language: Language;
  contactId: ContactId | null;
  totalCents: Cents;
  currency: Currency;
  deadlineOn: Day | null;
  needsApproval: boolean;
  rule: RuleCode;
  credits: readonly CreditFacts[];
  state: ActionState;
  reason: string | null;
  attempts: number;
  /** Attempts that a mail server put off; those given back untried are none. */
  setbacks: number;
  /** How often a worker died with it in its hands. */
  deaths: number;
  test: boolean;
  /** Words a person wrote for this message alone. */
  edited: EditedText | null;
  /** Address a person typed for this message alone. */
  toAddress: string | null;
  items: readonly ActionItemRow[];
}>;
