// Shipped scenarios: the three ladders every company starts with, all editable. Offsets are days from the due date.
import type { Scenario, Step } from '../scenario.ts';

type Rung = Pick<Step, 'code' | 'offsetDays' | 'channel' | 'tone'> & Partial<Step>;

const rung = (given: Rung): Omit<Step, 'rank'> => ({
  anchor: 'due',
  dayKind: 'calendar',
  fallbackChannels: [],
  needsApproval: false,
  contactRole: 'reminders',
  attachInvoices: false,
  ...given,
});

const notice = (offsetDays: number) =>
  rung({ code: 'notice', offsetDays, channel: 'email', tone: 'notice', contactRole: 'billing' });

const courteous = (offsetDays: number) =>
  rung({
    code: 'courteous',
    offsetDays,
    channel: 'email',
    tone: 'courteous',
    fallbackChannels: ['letter', 'call'],
    attachInvoices: true,
  });

const firm = (offsetDays: number) =>
  rung({
    code: 'firm',
    offsetDays,
    channel: 'email',
    tone: 'firm',
    fallbackChannels: ['letter', 'call'],
    attachInvoices: true,
  });

const call = (offsetDays: number, tone: 'courteous' | 'firm') =>
  rung({ code: 'call', offsetDays, channel: 'call', tone, fallbackChannels: ['letter', 'email'] });

const letter = (offsetDays: number) =>
  rung({
    code: 'letter',
    offsetDays,
    channel: 'letter',
    tone: 'last_warning',
    fallbackChannels: ['email'],
    attachInvoices: true,
  });

const formalNotice = (offsetDays: number) =>
  rung({
    code: 'formal_notice',
    offsetDays,
    channel: 'registered_letter',
    tone: 'formal',
    needsApproval: true,
    contactRole: 'formal_notice',
    attachInvoices: true,
  });

const decide = (offsetDays: number) =>
  rung({ code: 'decide', offsetDays, channel: 'task', tone: 'decide', contactRole: 'decision' });

const scenario = (code: string, rungs: readonly Omit<Step, 'rank'>[]): Scenario => ({
  code,
  version: 1,
  steps: rungs.map((step, index) => ({ ...step, rank: index + 1 })),
});

/** Moderate risk, the default: −5 notice, +7 courteous, +15 firm, +18 call, +30 letter, +45 formal notice, +60 decide agency or court. */
export const STANDARD: Scenario = scenario('standard', [
  notice(-5),
  courteous(7),
  firm(15),
  call(18, 'firm'),
  letter(30),
  formalNotice(45),
  decide(60),
]);

/** Low risk, key accounts: −5 notice, +10 courteous, +20 call, +35 firm, +50 letter, +65 decide with the account's owner. */
export const TRUSTED: Scenario = scenario('trusted', [
  notice(-5),
  courteous(10),
  call(20, 'courteous'),
  firm(35),
  letter(50),
  decide(65),
]);

/** High risk: −8 notice, +1 courteous, +5 call, +9 firm, +14 letter, +21 formal notice, +36 decide agency or court. */
export const STRICT: Scenario = scenario('strict', [
  notice(-8),
  courteous(1),
  call(5, 'firm'),
  firm(9),
  letter(14),
  formalNotice(21),
  decide(36),
]);

/** The shipped scenarios, the default first. */
export const SHIPPED_SCENARIOS: readonly Scenario[] = [STANDARD, TRUSTED, STRICT];
