// Statement model: a statement of account as plain JSON for the Typst sources.
import {
  addressBlock,
  formatDay,
  formatMoney,
  labels,
  legalFooter,
  placeAndDay,
  runningBalances,
  type StatementView,
  senderLines,
} from '@quittance/core/letters';
import type { LetterGeometry } from './geometry.ts';
import { type SheetModel, sumOrBlank } from './letter-model.ts';
import { pictureSvg } from './picture-svg.ts';

type Row = Readonly<{
  on: string;
  what: string;
  label: string;
  due: string;
  debit: string;
  credit: string;
  balance: string;
}>;

export type StatementModel = SheetModel &
  Readonly<{
    subject: string;
    head: Omit<Row, 'label'>;
    opening: Readonly<{ label: string; amount: string }>;
    rows: readonly Row[];
    closing: Readonly<{ label: string; amount: string; meaning: string }>;
  }>;

/** The JSON of one statement; the last balance is opening + debits − credits. */
export function statementModel(view: StatementView, geometry: LetterGeometry): StatementModel {
  const { language, currency } = view;
  const words = labels(language);
  const colon = language === 'fr' ? '\u00A0:' : ':';
  const balanced = runningBalances(view);
  const closingCents = balanced.at(-1)?.balanceCents ?? view.openingCents;
  const rows = balanced.map((m) => ({
    on: formatDay(m.on, language),
    what: `${words.movementOf[m.kind]} ${m.number}`.trim(),
    label: m.label,
    due: m.dueOn ? formatDay(m.dueOn, language) : '',
    debit: sumOrBlank(m.debitCents, currency, language),
    credit: sumOrBlank(m.creditCents, currency, language),
    balance: formatMoney(m.balanceCents, currency, language),
  }));
  const period = `${formatDay(view.from, language)} – ${formatDay(view.to, language)}`;
  const meaning = closingCents > 0 ? words.owed : closingCents < 0 ? words.inFavour : words.settled;
  return {
    language,
    geometry,
    sender: senderLines(view.sender, language),
    logo: pictureSvg(view.sender.logo),
    address: addressBlock(view.recipient, language),
    registered: null,
    placeAndDay: placeAndDay(view.place, view.on, language),
    reference: `${words.yourRef}${colon} ${view.recipient.ref}`,
    footer: legalFooter(view.sender, language),
    subject: `${words.statement} · ${period}`,
    head: {
      on: words.day,
      what: words.movement,
      due: words.due,
      debit: words.debit,
      credit: words.credit,
      balance: words.balance,
    },
    opening: {
      label: `${words.opening} ${formatDay(view.from, language)}`,
      amount: formatMoney(view.openingCents, currency, language),
    },
    rows,
    closing: {
      label: `${words.closing} ${formatDay(view.to, language)}`,
      amount: formatMoney(closingCents, currency, language),
      meaning,
    },
  };
}
