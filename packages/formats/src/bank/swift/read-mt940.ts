// Reads SWIFT MT940 statements and MT942 interim reports, with or without the network's blocks around them.
import type { BankBalance, BankMovement, BankStatement } from '@quittance/core/intake';
import { ok, type Result, type RowError, rowError } from '@quittance/core/kernel';
import { isIban } from '@quittance/core/parties';
import {
  type ByteSource,
  type FileRefusal,
  lineBatches,
  NoteBook,
  openUtf8,
  RefusalSignal,
  refusedBy,
} from '../../text/index.ts';
import type { BankFile } from '../bank-file.ts';
import { readOwnerDetails } from './details.ts';
import { joined, type SwiftField, SwiftFields } from './fields.ts';
import { readBalance, readStatementLine } from './line.ts';
import { originalIn } from './original.ts';

type Balance = BankBalance & { currency: string };
type Building = {
  reference: string | null;
  account: string;
  opening: Balance | null;
  closing: Balance | null;
  currency: string | null;
  movements: BankMovement[];
};

/** An amount ordered in the account's own currency is no other amount. */
const inCurrency = (movement: BankMovement, currency: string): BankMovement => ({
  ...movement,
  currency,
  original: movement.original?.currency === currency ? null : movement.original,
});

class SwiftReading {
  readonly statements: BankStatement[] = [];
  readonly errors: RowError[] = [];
  isInterim = false;
  private here: Building | null = null;

  /** A file that stops within a line may have cut its amount. */
  field({ row, tag, lines }: SwiftField, isEnd: boolean): void {
    const first = lines[0] ?? '';
    if (tag === '20' || tag === '-') this.keep();
    if (tag === '25') this.open(first);
    else if (tag === '28' || tag === '28C') this.current().reference = first.trim() || null;
    else if (tag === '60F' || tag === '60M') this.current().opening = this.balance(row, tag, first);
    else if (tag === '62F' || tag === '62M') this.current().closing = this.balance(row, tag, first);
    else if (tag === '61') this.line(row, lines, isEnd);
    else if (tag === '86') this.details(lines);
    else if (tag === '34F') {
      this.isInterim = true;
      this.current().currency ??= /^[A-Z]{3}/.exec(first)?.[0] ?? null;
    }
  }

  keep(): void {
    const { here } = this;
    this.here = null;
    if (!here || (here.movements.length === 0 && !here.opening && !here.closing)) return;
    const compact = here.account.replace(/\s/g, '').replace(/(?<=\d)[A-Z]{3}$/, '');
    const currency = here.opening?.currency ?? here.closing?.currency ?? here.currency ?? 'EUR';
    const plain = (balance: Balance | null) => balance && { on: balance.on, cents: balance.cents };
    this.statements.push({
      reference: here.reference,
      accountIban: isIban(compact) ? compact : null,
      accountNumber: isIban(compact) ? null : here.account.trim() || null,
      currency,
      opening: plain(here.opening),
      closing: plain(here.closing),
      movements: here.movements.map((movement) => inCurrency(movement, currency)),
    });
  }

  private current(): Building {
    this.here ??= { reference: null, account: '', opening: null, closing: null, currency: null, movements: [] };
    return this.here;
  }

  private open(account: string): void {
    this.current().account = account;
  }

  private balance(row: number, tag: string, text: string): Balance | null {
    const found = readBalance(text);
    if (!found) this.errors.push(rowError(row, `:${tag}:`, 'unreadable_balance', text, 'C260131EUR1234,56'));
    return found;
  }

  private line(row: number, lines: readonly string[], isEnd: boolean): void {
    const read = readStatementLine(lines[0] ?? '');
    if (!read || (isEnd && read.type === null)) {
      this.errors.push(rowError(row, ':61:', 'unreadable_line', lines[0] ?? '', '2601310131C1234,56NTRFNONREF'));
      return;
    }
    const more = lines.slice(1).filter(Boolean).join('\n');
    this.current().movements.push({
      row,
      bookedOn: read.bookedOn,
      valueOn: read.valueOn,
      cents: read.cents,
      currency: '',
      original: originalIn(more),
      isBooked: !read.isExpected,
      bankCode: read.type,
      label: [read.reference, more].filter(Boolean).join('\n'),
      counterpartyName: null,
      counterpartyIban: null,
      endToEndId: null,
      creditorReference: null,
      mandateId: null,
      bankReference: read.bankReference,
      returnReason: null,
      isReturn: read.isReversal || read.type === 'NRTI',
    });
  }

  /** A field 86 tells of the line before it; one after the closing balance tells of the statement and is left. */
  private details(lines: readonly string[]): void {
    const { here } = this;
    const last = here?.movements.at(-1);
    if (!here || here.closing || !last) return;
    const text = joined(lines);
    const told = readOwnerDetails(text);
    here.movements[here.movements.length - 1] = {
      ...last,
      original: last.original ?? originalIn(text),
      label: [last.label, told.label].filter(Boolean).join('\n'),
      counterpartyName: last.counterpartyName ?? told.name,
      counterpartyIban: last.counterpartyIban ?? told.iban,
      endToEndId: last.endToEndId ?? told.endToEndId,
      mandateId: last.mandateId ?? told.mandateId,
      returnReason: last.returnReason ?? told.returnReason,
      isReturn: last.isReturn || told.returnReason !== null,
    };
  }
}

/** The statements of a file; a page of a statement (60M, 62M) stands as one of its own. */
export async function readMt940(source: ByteSource): Promise<Result<BankFile, FileRefusal>> {
  const notes = new NoteBook();
  const reading = new SwiftReading();
  try {
    const text = await openUtf8(source, notes);
    const grouped = new SwiftFields();
    for await (const lines of lineBatches(text)) for (const line of lines) grouped.add(line);
    const end = grouped.fields.at(-1);
    for (const field of grouped.fields) reading.field(field, field === end);
    reading.keep();
    if (reading.statements.length === 0 && reading.errors.length === 0)
      throw new RefusalSignal('no_entry', { expected: 'MT940 fields :60F:, :61:, :62F:' });
  } catch (error) {
    return refusedBy(error);
  }
  const { statements, errors, isInterim } = reading;
  return ok({ format: isInterim ? 'mt942' : 'mt940', statements, errors, notes: notes.all() });
}
