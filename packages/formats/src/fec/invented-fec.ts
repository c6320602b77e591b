// Invented FECs for tests: writes lines in any legal variant, independently of how the reader goes about it.
import type { FecLine } from '@quittance/core/intake';
import iconv from 'iconv-lite';

/** How an invented file is written. */
export type InventedVariant = Readonly<{
  encoding: 'utf8' | 'utf-16le' | 'utf-16be' | 'win1252' | 'iso-8859-15' | 'cp850';
  bom: boolean;
  separator: '\t' | '|';
  lineEnd: '\n' | '\r\n' | '\r' | '\r\r\n';
  amounts: 'debit_credit' | 'letters' | 'signs';
  minus: 'before' | 'after';
  padded: boolean;
  trailing: boolean;
  lastLineEnd: boolean;
}>;

const HEADER =
  'JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise';

const compact = (day: string | null): string => (day ?? '').replaceAll('-', '');

function amount(cents: number, variant: InventedVariant): string {
  const size = String(Math.abs(cents)).padStart(3, '0');
  const digits = `${size.slice(0, -2)},${size.slice(-2)}`;
  const padded = variant.padded ? digits.padStart(13, '0') : digits;
  if (cents >= 0) return padded;
  return variant.minus === 'before' ? `-${padded}` : `${padded}-`;
}

function sides(line: FecLine, variant: InventedVariant): string[] {
  if (variant.amounts === 'debit_credit') return [amount(line.debitCents, variant), amount(line.creditCents, variant)];
  const isDebit = line.creditCents === 0;
  const mark = variant.amounts === 'letters' ? ['D', 'C'] : ['+1', '-1'];
  return [amount(isDebit ? line.debitCents : line.creditCents, variant), mark[isDebit ? 0 : 1]!];
}

function cells(line: FecLine, variant: InventedVariant): string[] {
  const before = [line.journalCode, line.journalLabel, line.entryNumber, compact(line.entryOn), line.account];
  const party = [
    line.accountLabel,
    line.auxiliary,
    line.auxiliaryLabel,
    line.pieceRef,
    compact(line.pieceOn),
    line.label,
  ];
  const foreign = line.currencyCents === null ? '' : amount(line.currencyCents, variant);
  const after = [line.lettering, compact(line.letteredOn), compact(line.validatedOn), foreign, line.currency];
  const all = [...before, ...party, ...sides(line, variant), ...after];
  return variant.padded ? all.map((cell, i) => (i % 3 === 0 ? ` ${cell}  ` : cell)) : all;
}

/** The bytes of a file holding these lines. */
export function inventFec(lines: readonly FecLine[], variant: InventedVariant): Buffer {
  const names = variant.amounts === 'debit_credit' ? HEADER : HEADER.replace('Debit Credit', 'Montant Sens');
  const rows = [names.split(' '), ...lines.map((line) => cells(line, variant))];
  const tail = variant.trailing ? variant.separator : '';
  const text = rows.map((row) => row.join(variant.separator) + tail).join(variant.lineEnd);
  const whole = text + (variant.lastLineEnd ? variant.lineEnd : '');
  const canHaveBom = variant.encoding === 'utf8' || variant.encoding.startsWith('utf-16');
  return iconv.encode(whole, variant.encoding, { addBOM: variant.bom && canHaveBom });
}
