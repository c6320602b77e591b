// Invoice table: the lines, credits and totals of a message as finished texts. E-mail, letter and plain text draw the same rows.
import { type Cents, cents } from '../../kernel/index.ts';
import { amountToPay, linesTotal } from '../check-view.ts';
import type { LineView, MessageView } from '../view.ts';
import { formatDay, formatMoney } from '../wording/format.ts';
import { labels } from '../wording/labels.ts';
import { daysText } from '../wording/lateness.ts';
import { ratesText, unitFee } from '../wording/penalties.ts';

export type InvoiceRow = Readonly<{
  number: string;
  orderRef: string | null;
  issuedOn: string;
  /** With a trailing " *" where estimated. */
  dueOn: string;
  gross: string;
  open: string;
  /** For the column: "26 jours", "ce jour", "à échoir". */
  late: string;
  /** Where there is no column: "Retard 26 jours". */
  lateText: string;
  isLate: boolean;
}>;

/** A sum under the rows; the strongest one is what is to be paid. */
export type SumRow = Readonly<{ label: string; detail: string | null; amount: string; strong: boolean }>;

export type InvoiceTable = Readonly<{
  head: Readonly<{
    number: string;
    issuedOn: string;
    dueOn: string;
    gross: string;
    open: string;
    late: string;
    orderRef: string;
  }>;
  rows: readonly InvoiceRow[];
  sums: readonly SumRow[];
  notes: readonly string[];
}>;

/** Nothing has fallen due: the column counts the days left instead of the days late. */
const isUpcoming = (view: MessageView): boolean => view.lines.every((line) => line.daysLate <= 0);

function lateness(view: MessageView, line: LineView): Readonly<{ late: string; lateText: string; isLate: boolean }> {
  const words = labels(view.language);
  const isLate = line.daysLate > 0;
  const late = line.daysLate < 0 && !isUpcoming(view) ? words.notDueYet : daysText(line.daysLate, view.language);
  const title = isLate ? words.late : line.daysLate < 0 && isUpcoming(view) ? words.timeLeft : null;
  return { late, lateText: title ? `${title} ${late}` : late, isLate };
}

const row = (view: MessageView, line: LineView): InvoiceRow => ({
  number: line.number,
  orderRef: line.orderRef,
  issuedOn: formatDay(line.issuedOn, view.language),
  dueOn: `${formatDay(line.dueOn, view.language)}${line.dueEstimated ? ' *' : ''}`,
  gross: formatMoney(line.grossCents, view.currency, view.language),
  open: formatMoney(line.openCents, view.currency, view.language),
  ...lateness(view, line),
});

function claimedRows(view: MessageView, money: (amount: Cents) => string): readonly SumRow[] {
  const { penalties, language } = view;
  if (penalties.mode !== 'claimed') return [];
  const words = labels(language);
  const rates = ratesText(penalties, language);
  const rate = rates === null ? '' : `${words.rate} ${rates}, `;
  const detail = `${rate}${words.asOf} ${formatDay(penalties.computedOn, language)}`;
  const interest = {
    label: words.interest[view.recipient.kind],
    detail,
    amount: money(penalties.interestCents),
    strong: false,
  };
  if (penalties.fixedFeeCents === 0) return [interest];
  const fee = `${penalties.fixedFeeCount} × ${money(unitFee(penalties))}`;
  return [interest, { label: words.fixedFee, detail: fee, amount: money(penalties.fixedFeeCents), strong: false }];
}

function sumRows(view: MessageView): readonly SumRow[] {
  const words = labels(view.language);
  const money = (amount: Cents): string => formatMoney(amount, view.currency, view.language);
  const credits = view.credits.map((credit) => ({
    label: `${words.creditOf[credit.kind]} ${credit.number}`.trim(),
    detail: formatDay(credit.on, view.language),
    amount: money(cents(-credit.cents)),
    strong: false,
  }));
  const before =
    credits.length === 0
      ? []
      : [{ label: words.linesTotal, detail: null, amount: money(linesTotal(view)), strong: false }];
  const claimed = claimedRows(view, money);
  const total = { label: words.total, detail: null, amount: money(view.totalCents), strong: claimed.length === 0 };
  const toPay =
    claimed.length === 0 ? [] : [{ label: words.toPay, detail: null, amount: money(amountToPay(view)), strong: true }];
  return [...before, ...credits, total, ...claimed, ...toPay];
}

/** The table of a checked view: its last sum is the one asked for, and the rows add up to it. */
export function renderInvoiceTable(view: MessageView): InvoiceTable {
  const words = labels(view.language);
  return {
    head: {
      number: words.invoice,
      issuedOn: words.issued,
      dueOn: words.due,
      gross: words.gross,
      open: words.open,
      late: isUpcoming(view) ? words.timeLeft : words.late,
      orderRef: words.orderRef,
    },
    rows: view.lines.map((line) => row(view, line)),
    sums: sumRows(view),
    notes: view.lines.some((line) => line.dueEstimated) ? [words.estimatedNote] : [],
  };
}
