// View: everything one message may say, as plain facts. The use case builds it; letters knows no invoice, customer or ledger type.
import type { Cents, Currency, Day } from '../kernel/index.ts';

/** Language of the whole message: text, table, dates and amounts (the debtor's, not the operator's). */
export type MessageLanguage = 'fr' | 'en';

/** `notice` is written before the due date; `decide` is a script for a person who chooses what comes next. */
export type MessageTone = 'notice' | 'courteous' | 'firm' | 'last_warning' | 'formal' | 'decide';

/** How the message leaves. `call` and `task` are scripts read by a person of the company. */
export type MessageChannel = 'email' | 'sms' | 'call' | 'letter' | 'registered_letter' | 'task';

/** The law applied to the debtor: L441-10 C. com., C. civ. and C. conso., or Code de la commande publique. */
export type RecipientKind = 'business' | 'consumer' | 'public';

/** A picture of the letterhead; size in its own pixels. */
export type PictureView = Readonly<{ format: 'png' | 'jpeg'; width: number; height: number; base64: string }>;

/** The company that is owed money. Absent details are null, never empty texts. Source of the mentions: art. R123-237 C. com. */
export type SenderView = Readonly<{
  name: string;
  legalForm: string | null;
  capitalCents: Cents | null;
  siren: string | null;
  /** "RCS Lyon 123 456 782", as it is to be printed. */
  rcs: string | null;
  vatNumber: string | null;
  /** Postal lines below the name, country last where abroad. */
  addressLines: readonly string[];
  phone: string | null;
  email: string | null;
  website: string | null;
  iban: string | null;
  bic: string | null;
  signatoryName: string | null;
  signatoryTitle: string | null;
  /** Absent where the company has none. */
  logo?: PictureView;
  /** Its hand-written signature, likewise. */
  signature?: PictureView;
}>;

export type RecipientView = Readonly<{
  /** Account code in the company's books. */
  ref: string;
  name: string;
  kind: RecipientKind;
  contactName: string | null;
  /** Postal lines below the name; empty where no address is known. */
  addressLines: readonly string[];
}>;

/** One due term asked for. */
export type LineView = Readonly<{
  number: string;
  issuedOn: Day;
  dueOn: Day;
  /** The due date was computed from terms because the source carries none; it is printed marked. */
  dueEstimated: boolean;
  grossCents: Cents;
  /** What this message asks for: the open amount less any part held. */
  openCents: Cents;
  /** Calendar days from the due date to the day of the message; zero or negative before the due date has passed. */
  daysLate: number;
  orderRef: string | null;
}>;

/** A credit note or an unallocated payment that reduces the sum; `cents` is positive. */
export type CreditView = Readonly<{ kind: 'credit_note' | 'payment'; number: string; on: Day; cents: Cents }>;

export type EarlierReminderView = Readonly<{ on: Day; channel: MessageChannel; tone: MessageTone }>;

/** Late-payment penalties: not mentioned, shown for information, or claimed on top of the total. */
export type PenaltiesView =
  | Readonly<{ mode: 'none' }>
  | Readonly<{
      mode: 'shown' | 'claimed';
      /** Annual rate in percent (12.4); null where several rates apply in turn. */
      ratePct: number | null;
      /** Where several apply: each of them, in percent, in the order of the days from which it counts. */
      ratesPct?: readonly number[];
      interestCents: Cents;
      /** Sum of the fixed indemnities (40 € each, art. D441-5 C. com.); 0 for consumers. */
      fixedFeeCents: Cents;
      fixedFeeCount: number;
      /** interest + fixed fees. */
      totalCents: Cents;
      computedOn: Day;
    }>;

export type MessageView = Readonly<{
  language: MessageLanguage;
  tone: MessageTone;
  channel: MessageChannel;
  sender: SenderView;
  recipient: RecipientView;
  /** Business day of the message. */
  on: Day;
  /** Town written before the date ("Lyon, le …"); null leaves it out. */
  place: string | null;
  lines: readonly LineView[];
  credits: readonly CreditView[];
  /** Σ lines − Σ credits, penalties left out. `checkView` refuses any other value. */
  totalCents: Cents;
  currency: Currency;
  /** Last day to pay asked by the message; null where the tone sets none. */
  deadlineOn: Day | null;
  /** Oldest first. */
  earlierReminders: readonly EarlierReminderView[];
  penalties: PenaltiesView;
  paymentLink: string | null;
  /** Reference the debtor is asked to quote in the transfer. */
  reference: string;
  /** EPC069-12 payload for the transfer QR, made for `amountToPay(view)`; null prints none. */
  epcPayload: string | null;
  /** File names sent with the message. */
  attachments: readonly string[];
}>;

/** A template as a user edits it: one line for the subject, prose for the body, both Liquid. `literal`: words typed for this one
 * message, taken as they stand; nothing in them is a field or a tag. */
export type MessageTemplate = Readonly<{ subject: string; body: string; literal?: boolean }>;

/** Why a view may not become a message. Facts only; the catalogues speak to people. */
export type ViewRefusal =
  | Readonly<{ code: 'view_without_lines' }>
  | Readonly<{ code: 'view_sum_mismatch'; expectedCents: Cents; totalCents: Cents }>
  | Readonly<{ code: 'view_penalty_mismatch'; expectedCents: Cents; totalCents: Cents }>
  | Readonly<{ code: 'view_fee_for_consumer' }>
  | Readonly<{ code: 'view_credit_not_positive'; number: string }>
  | Readonly<{ code: 'view_transfer_mismatch'; toPayCents: Cents; payload: string }>;
