// Balance model: the aged balance cut into pages, texts finished, for the Typst source. Sums are carried from page to page.
import type { Buckets } from '@quittance/core/ageing';
import { type Cents, type Currency, cents } from '@quittance/core/kernel';
import { formatDay, formatMoney } from '@quittance/core/letters';
import type { BalancePrint, BalancePrintRow } from '@quittance/usecases/ports';

/** Rows of one page: A4 landscape, a line each, with room for the sums carried in and out. */
export const ROWS_PER_PAGE = 28;

/** Millimetres: the printed width, what the first column takes, what the amounts may take at most together and each. */
const WIDTH = 269;
const CODE_WIDTH = 24;
const AMOUNTS_WIDTH = 200;
const AMOUNT_WIDTH = 25;
/** Points of the text, and with many columns. */
const SIZE = 8;
const SMALL_SIZE = 6.5;
const MANY_COLUMNS = 9;
/** Letters of an account that its column holds. */
const CODE_LETTERS = 16;
/** Millimetres of a letter on average, for one point of size. */
const LETTER_WIDTH = 0.185;

/** Cells of a line, the first ones text. */
type Line = Readonly<{ texts: readonly string[]; amounts: readonly string[]; held: string }>;

/** One page; `carried` from the page before, `forward` to the next. */
type Page = Readonly<{ carried: Line | null; rows: readonly Line[]; forward: Line | null }>;

export type BalanceModel = Readonly<{
  language: 'fr' | 'en';
  title: string;
  company: string;
  subtitle: string;
  /** Rows are groups: the second text is a count. */
  grouped: boolean;
  /** Points. */
  size: number;
  /** Millimetres of a column of amounts. */
  amountWidth: number;
  heads: Line;
  pages: readonly Page[];
  total: Line;
  notes: readonly string[];
}>;

const WORDS = {
  fr: {
    title: 'Balance âgée au',
    by: { customer: '', segment: 'par segment', owner: 'par responsable' },
    ref: 'Code',
    name: { customer: 'Client', segment: 'Segment', owner: 'Responsable' },
    customers: 'Clients',
    notDue: 'Non échu',
    days: 'j',
    more: 'j et plus',
    unapplied: 'Non lettré',
    total: 'Solde',
    held: 'dont litige ou suspendu',
    carried: 'Report',
    forward: 'À reporter',
    sum: 'Total',
    none: { segment: 'Sans segment', owner: 'Sans responsable', customer: '' },
    amounts: 'Montants TTC en',
    late: 'tranches en jours de retard',
    agrees: 'Rapproché des comptes clients (411 et 416) au centime, au',
    differs: 'Écart avec les comptes clients (411 et 416) au',
    empty: 'Rien dans les comptes clients à cette date.',
  },
  en: {
    title: 'Aged balance as of',
    by: { customer: '', segment: 'by segment', owner: 'by owner' },
    ref: 'Code',
    name: { customer: 'Customer', segment: 'Segment', owner: 'Owner' },
    customers: 'Customers',
    notDue: 'Not due',
    days: 'd',
    more: 'd and more',
    unapplied: 'Unmatched',
    total: 'Balance',
    held: 'of which disputed or on hold',
    carried: 'Brought forward',
    forward: 'Carried forward',
    sum: 'Total',
    none: { segment: 'No segment', owner: 'Nobody', customer: '' },
    amounts: 'Amounts including VAT in',
    late: 'columns in days late',
    agrees: 'Equal to the customer accounts (411 and 416) to the cent, on',
    differs: 'Difference from the customer accounts (411 and 416) on',
    empty: 'Nothing in the customer accounts on that day.',
  },
} as const;

/** Without the currency sign: it stands once in the subtitle. A real minus; a dash for nothing. */
function amountText(amount: number, print: BalancePrint): string {
  if (amount === 0) return '–';
  const text = formatMoney(cents(Math.abs(amount)) as Cents, print.currency as Currency, print.language);
  return `${amount < 0 ? '\u2212' : ''}${text.replace(/[^\d,.\s\u00A0\u202F]/g, '').trim()}`;
}

const line = (
  texts: readonly string[],
  row: Pick<BalancePrintRow, 'amounts' | 'heldCents'>,
  print: BalancePrint,
): Line => ({
  texts,
  amounts: row.amounts.map((amount) => amountText(amount, print)),
  held: amountText(row.heldCents, print),
});

const bucketHead = ({ fromDays, toDays }: Buckets[number], language: 'fr' | 'en'): string => {
  const words = WORDS[language];
  if (fromDays === null) return words.notDue;
  return toDays === null ? `${fromDays} ${words.more}` : `${fromDays}–${toDays} ${words.days}`;
};

/** Sizes that let every column stand beside the others, and the letters of a name that remain. */
function measures({ buckets }: BalancePrint) {
  // Besides the buckets: credits, balance, held.
  const columns = buckets.length + 3;
  const amountWidth = Math.min(AMOUNT_WIDTH, Math.floor(AMOUNTS_WIDTH / columns));
  const size = columns > MANY_COLUMNS ? SMALL_SIZE : SIZE;
  const letters = Math.floor((WIDTH - CODE_WIDTH - amountWidth * columns) / (size * LETTER_WIDTH));
  return { amountWidth, size, letters };
}

const shortened = (text: string, letters: number): string =>
  text.length > letters ? `${text.slice(0, letters - 1).trimEnd()}…` : text;

const textsOf = (row: BalancePrintRow, { by, language }: BalancePrint, letters: number): string[] =>
  by === 'customer'
    ? [shortened(row.ref, CODE_LETTERS), shortened(row.name, letters)]
    : [shortened(row.name || WORDS[language].none[by], letters), String(row.customers)];

const added = (sums: readonly number[], rows: readonly BalancePrintRow[]): number[] =>
  sums.map((sum, i) => rows.reduce((all, row) => all + (row.amounts[i] ?? 0), sum));

function pagesOf(print: BalancePrint): Page[] {
  const words = WORDS[print.language];
  const { letters } = measures(print);
  const pages: Page[] = [];
  let sums = print.totals.map(() => 0);
  let held = 0;
  for (let from = 0; from < print.rows.length; from += ROWS_PER_PAGE) {
    const rows = print.rows.slice(from, from + ROWS_PER_PAGE);
    const isLast = from + ROWS_PER_PAGE >= print.rows.length;
    const carried = from === 0 ? null : line([words.carried, ''], { amounts: sums, heldCents: held }, print);
    sums = added(sums, rows);
    held = rows.reduce((sum, row) => sum + row.heldCents, held);
    const forward = isLast ? null : line([words.forward, ''], { amounts: sums, heldCents: held }, print);
    pages.push({ carried, rows: rows.map((row) => line(textsOf(row, print, letters), row, print)), forward });
  }
  return pages;
}

function notesOf(print: BalancePrint): string[] {
  const words = WORDS[print.language];
  if (print.rows.length === 0) return [words.empty];
  if (!print.tie) return [];
  const { on, differenceCents } = print.tie;
  const day = formatDay(on, print.language);
  if (differenceCents === 0) return [`${words.agrees} ${day}.`];
  return [
    `${words.differs} ${day}${print.language === 'fr' ? '\u00A0:' : ':'} ${amountText(differenceCents, print)} ${print.currency}.`,
  ];
}

/** The JSON of one printed balance. Σ rows of all pages = the total line. */
export function balanceModel(print: BalancePrint): BalanceModel {
  const { language, by } = print;
  const words = WORDS[language];
  const day = formatDay(print.on, language);
  const { size, amountWidth } = measures(print);
  const subtitle = [words.by[by], `${words.amounts} ${print.currency}`, words.late, ...print.filters];
  return {
    language,
    title: `${words.title} ${day}`,
    company: print.company,
    grouped: by !== 'customer',
    ...{ size, amountWidth },
    subtitle: subtitle.filter((part) => part !== '').join(' · '),
    heads: {
      texts: by === 'customer' ? [words.ref, words.name.customer] : [words.name[by], words.customers],
      amounts: [...print.buckets.map((bucket) => bucketHead(bucket, language)), words.unapplied, words.total],
      held: words.held,
    },
    pages: pagesOf(print),
    total: line([words.sum, ''], { amounts: print.totals, heldCents: print.heldCents }, print),
    notes: notesOf(print),
  };
}
