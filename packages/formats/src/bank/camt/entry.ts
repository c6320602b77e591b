// One entry of a message as movements: a batch whose details carry their own amounts becomes one movement a detail.
import type { BankMovement, OriginalAmount } from '@quittance/core/intake';
import type { Cents, Currency, Day } from '@quittance/core/kernel';
import { all, at, type Element, textAt } from './tree.ts';
import { bankCodeOf, dayAt, signedAmount } from './values.ts';

/** ISO subfamilies that give an earlier payment back: returned transfers, recalls, unpaid direct debits, cheques and cards. */
const RETURN_FAMILIES = new Set(['RRTN', 'RPCR', 'PRDD', 'UPDD', 'RCDD', 'UPCQ', 'CQRV', 'UPCT']);

const NOT_GIVEN = new Set(['NOTPROVIDED', 'NONREF', 'NOTAVAILABLE']);
const given = (text: string | null): string | null => (text === null || NOT_GIVEN.has(text) ? null : text);

type Head = Readonly<{
  row: number;
  entry: Element;
  bookedOn: Day;
  valueOn: Day | null;
  isBooked: boolean;
  cents: Cents;
  currency: Currency;
}>;

/** Whose money it is: the debtor of what came in, the creditor of what left; ultimate parties stand in for missing ones. */
function partyOf(detail: Element | null, isIn: boolean): Pick<BankMovement, 'counterpartyName' | 'counterpartyIban'> {
  const side = isIn ? 'Dbtr' : 'Cdtr';
  return {
    counterpartyName: textAt(
      detail,
      `RltdPties/${side}/Nm`,
      `RltdPties/${side}/Pty/Nm`,
      `RltdPties/Ultmt${side}/Nm`,
      `RltdPties/Ultmt${side}/Pty/Nm`,
    ),
    counterpartyIban: textAt(detail, `RltdPties/${side}Acct/Id/IBAN`, `RltdPties/${side}Acct/Id/Othr/Id`),
  };
}

/** What was instructed, where it is in another currency than the account's. */
function originalOf(told: Element, currency: Currency): OriginalAmount | null {
  const element = at(told, 'AmtDtls/InstdAmt');
  const amount = element === null ? null : signedAmount(element);
  if (amount === null || amount.currency === currency || amount.cents === 0) return null;
  return { cents: amount.cents, currency: amount.currency };
}

const labelOf = (detail: Element | null, entry: Element): string => {
  const free = detail === null ? [] : all(detail, 'RmtInf/Ustrd').map(({ text }) => text.trim());
  const structured =
    detail === null
      ? []
      : [
          ...all(detail, 'RmtInf/Strd/RfrdDocInf/Nb').map(({ text }) => text.trim()),
          ...all(detail, 'RmtInf/Strd/AddtlRmtInf').map(({ text }) => text.trim()),
        ];
  const more = [detail === null ? null : textAt(detail, 'AddtlTxInf'), textAt(entry, 'AddtlNtryInf')];
  const pieces = [...free, ...structured, ...more].filter((piece): piece is string => Boolean(piece));
  return [...new Set(pieces)].join('\n');
};

function movement(head: Head, detail: Element | null, amount: Cents): BankMovement {
  const { entry } = head;
  const bankCode = (detail && bankCodeOf(detail)) ?? bankCodeOf(entry);
  const isReversal = textAt(entry, 'RvslInd') === 'true';
  const returnReason = textAt(detail, 'RtrInf/Rsn/Cd', 'RtrInf/Rsn/Prtry');
  const isReturn = isReversal || returnReason !== null || RETURN_FAMILIES.has(bankCode?.split('-')[2] ?? '');
  // What is given back names the parties of the first payment, whose sides do not turn.
  const isIn = isReturn ? amount < 0 : amount >= 0;
  return {
    row: head.row,
    bookedOn: head.bookedOn,
    valueOn: head.valueOn,
    cents: amount,
    currency: head.currency,
    original: originalOf(detail ?? entry, head.currency) ?? originalOf(entry, head.currency),
    isBooked: head.isBooked,
    bankCode,
    label: labelOf(detail, entry),
    ...partyOf(detail, isIn),
    endToEndId: given(textAt(detail, 'Refs/EndToEndId')),
    creditorReference: textAt(detail, 'RmtInf/Strd/CdtrRefInf/Ref', 'RmtInf/Strd/CdtrRefInf/CdtrRef'),
    mandateId: given(textAt(detail, 'Refs/MndtId')),
    bankReference: given(textAt(detail, 'Refs/AcctSvcrRef') ?? textAt(entry, 'AcctSvcrRef')),
    returnReason,
    isReturn,
  };
}

/** A detail's own amount with the sign of the money's way; null where it says none in the entry's currency. */
function detailCents(detail: Element, head: Head): Cents | null {
  const own = at(detail, 'Amt') === null ? at(detail, 'AmtDtls/TxAmt') : detail;
  if (own === null) return null;
  const amount = signedAmount(own);
  if (amount === null || amount.currency !== head.currency) return null;
  const isSigned = textAt(own, 'CdtDbtInd') !== null;
  return (isSigned || head.cents >= 0 ? amount.cents : -amount.cents) as Cents;
}

/** The movements of an entry: its details where their amounts add up to it, else the entry as one. */
export function movementsOf(head: Head): BankMovement[] {
  const details = all(head.entry, 'NtryDtls/TxDtls');
  const amounts = details.map((detail) => detailCents(detail, head));
  const isWhole = amounts.reduce<number>((sum, amount) => sum + (amount ?? Number.NaN), 0) === head.cents;
  if (details.length > 1 && isWhole)
    return details.map((detail, index) => movement(head, detail, amounts[index] as Cents));
  if (details.length <= 1) return [movement(head, details[0] ?? null, head.cents)];
  const label = [...new Set(details.map((detail) => labelOf(detail, head.entry)))].filter(Boolean).join('\n');
  return [{ ...movement(head, null, head.cents), label }];
}

/** Reads what every movement of the entry shares; says which element could not be read. */
export function headOf(row: number, entry: Element): Head | { unreadable: 'Amt' | 'BookgDt'; seen: string } {
  const amount = signedAmount(entry);
  if (amount === null) return { unreadable: 'Amt', seen: at(entry, 'Amt')?.text ?? '' };
  const valueOn = dayAt(entry, 'ValDt');
  const bookedOn = dayAt(entry, 'BookgDt') ?? valueOn;
  if (bookedOn === null) return { unreadable: 'BookgDt', seen: textAt(entry, 'BookgDt') ?? '' };
  const status = textAt(entry, 'Sts/Cd', 'Sts');
  return { row, entry, bookedOn, valueOn, isBooked: status === null || status === 'BOOK', ...amount };
}
