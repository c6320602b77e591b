// Reads CFONB 240 returns: rejected and unpaid debits, each naming whom it was asked of. Records 31 header, 34 detail, 39 total.
import type { BankMovement, BankStatement } from '@quittance/core/intake';
import { cents, ok, type Result, type RowError, rowError } from '@quittance/core/kernel';
import {
  type ByteSource,
  type FileRefusal,
  lineBatches,
  NoteBook,
  openUtf8,
  RefusalSignal,
  refusedBy,
  type TextLine,
} from '../../text/index.ts';
import type { BankFile } from '../bank-file.ts';
import { frenchIban } from './account.ts';
import { cfonbDay, field, recordsOf } from './fields.ts';

const RECORD = 240;
const AMOUNT = [229, 240] as const;

const amountOf = (line: string): number | null => {
  const text = field(line, ...AMOUNT);
  return /^\d{1,12}$/.test(text) ? Number(text) : null;
};

class Returns {
  readonly errors: RowError[] = [];
  readonly statements: BankStatement[] = [];
  private account: string | null = null;
  private movements: BankMovement[] = [];

  add({ row, text }: TextLine): void {
    const line = text.padEnd(RECORD);
    const code = line.slice(0, 2);
    if (code === '31') this.keep();
    else if (code === '34') this.detail(row, line);
    else if (code === '39') this.total(row, line);
    else this.errors.push(rowError(row, '1-2', 'unknown_record', code, '31, 34, 39'));
  }

  keep(): void {
    if (this.movements.length > 0)
      this.statements.push({
        reference: null,
        accountIban: this.account,
        accountNumber: null,
        currency: 'EUR',
        opening: null,
        closing: null,
        movements: this.movements,
      });
    this.movements = [];
  }

  private detail(row: number, line: string): void {
    const on = cfonbDay(field(line, 11, 16));
    const amount = amountOf(line);
    if (on === null) this.errors.push(rowError(row, '11-16', 'unreadable_date', field(line, 11, 16), 'JJMMAA'));
    if (amount === null)
      this.errors.push(rowError(row, '229-240', 'unreadable_amount', field(line, ...AMOUNT), '12 digits'));
    if (on === null || amount === null) return;
    this.account = frenchIban(field(line, 22, 26), field(line, 27, 31), field(line, 32, 42));
    this.movements.push({
      row,
      bookedOn: on,
      valueOn: null,
      cents: cents(-amount),
      currency: 'EUR',
      original: null,
      isBooked: true,
      bankCode: field(line, 9, 10) || null,
      label: [field(line, 129, 216), field(line, 223, 228)].filter(Boolean).join('\n'),
      counterpartyName: field(line, 99, 122) || null,
      counterpartyIban: frenchIban(field(line, 78, 82), field(line, 83, 87), field(line, 88, 98)),
      endToEndId: field(line, 223, 228) || null,
      creditorReference: null,
      mandateId: null,
      bankReference: field(line, 123, 128) || null,
      returnReason: null,
      isReturn: true,
    });
  }

  /** The total covers the details since the header. */
  private total(row: number, line: string): void {
    const told = amountOf(line);
    const found = this.movements.reduce((sum, movement) => sum - movement.cents, 0);
    if (told !== null && told !== found)
      this.errors.push(rowError(row, '229-240', 'total_differs', String(told), String(found)));
    this.keep();
  }
}

/** The returns of a file, as movements out of the account (money taken back). */
export async function readCfonb240(source: ByteSource): Promise<Result<BankFile, FileRefusal>> {
  const notes = new NoteBook();
  const reading = new Returns();
  try {
    const text = await openUtf8(source, notes);
    for await (const lines of lineBatches(text))
      for (const { row, text: line } of lines)
        for (const record of recordsOf(line, RECORD)) if (record.trim() !== '') reading.add({ row, text: record });
    reading.keep();
    if (reading.statements.length === 0)
      throw new RefusalSignal('no_entry', { expected: 'CFONB 240 records 31, 34, 39' });
  } catch (error) {
    return refusedBy(error);
  }
  return ok({ format: 'cfonb240', statements: reading.statements, errors: reading.errors, notes: notes.all() });
}
