// Check view: the arithmetic of a message before anything is printed. Σ lines − Σ credits = total, always.
import { addCents, type Cents, ok, type Result, refuse, subtractCents, sumCents, ZERO } from '../kernel/index.ts';
import type { MessageView, ViewRefusal } from './view.ts';

/** What the debtor is asked to pay: the total, plus the penalties where they are claimed. */
export const amountToPay = (view: MessageView): Cents =>
  addCents(view.totalCents, view.penalties.mode === 'claimed' ? view.penalties.totalCents : ZERO);

/** Sum of the lines before credits. */
export const linesTotal = (view: MessageView): Cents => sumCents(view.lines.map((line) => line.openCents));

const transferMismatch = (view: MessageView): ViewRefusal | null => {
  if (view.epcPayload === null) return null;
  const toPayCents = amountToPay(view);
  // EPC069-12 line 8: currency and amount, dot decimals, trailing zeros optional.
  const amount = /^EUR(\d+)(?:\.(\d{1,2}))?$/.exec(view.epcPayload.split(/\r?\n/)[7] ?? '');
  const coded = amount ? Number(amount[1]) * 100 + Number((amount[2] ?? '').padEnd(2, '0')) : null;
  return coded === toPayCents ? null : { code: 'view_transfer_mismatch', toPayCents, payload: view.epcPayload };
};

const penaltyMismatch = (view: MessageView): ViewRefusal | null => {
  if (view.penalties.mode === 'none') return null;
  // The fixed indemnity concerns professionals and public bodies only (art. L441-10 C. com., L2192-13 CCP).
  if (view.recipient.kind === 'consumer' && view.penalties.fixedFeeCents !== 0)
    return { code: 'view_fee_for_consumer' };
  const expectedCents = addCents(view.penalties.interestCents, view.penalties.fixedFeeCents);
  const { totalCents } = view.penalties;
  return expectedCents === totalCents ? null : { code: 'view_penalty_mismatch', expectedCents, totalCents };
};

/** The view itself when its sums hold (lines, credits, penalties, transfer code), else the first thing that does not. */
export function checkView(view: MessageView): Result<MessageView, ViewRefusal> {
  if (view.lines.length === 0) return refuse({ code: 'view_without_lines' });
  const bad = view.credits.find((credit) => credit.cents <= 0);
  if (bad) return refuse({ code: 'view_credit_not_positive', number: bad.number });
  const expectedCents = subtractCents(linesTotal(view), sumCents(view.credits.map((credit) => credit.cents)));
  if (expectedCents !== view.totalCents)
    return refuse({ code: 'view_sum_mismatch', expectedCents, totalCents: view.totalCents });
  const refusal = penaltyMismatch(view) ?? transferMismatch(view);
  return refusal ? refuse(refusal) : ok(view);
}
