// Statements being read from CFONB 120 records: 01 opens one, 04 adds a movement, 05 completes it, 07 closes it.
import type { BankBalance, BankMovement, BankStatement } from '@quittance/core/intake';
import { type RowError, rowError } from '@quittance/core/kernel';
import type { NoteBook, TextLine } from '../../text/index.ts';
import type { BankPiece, StatementHead } from '../bank-file.ts';
import { frenchIban } from './account.ts';
import { overpunchedCents } from './amount.ts';
import { addComplement, type Complements, noComplements } from './complements.ts';
import { cfonbDay, field } from './fields.ts';

type Movement = { base: Omit<BankMovement, keyof Complements>; text: string; more: Complements };
type Open = { key: string; statement: Omit<BankStatement, 'movements' | 'closing'>; movements: Movement[] };

/** Movements held of a statement that goes on. */
const HELD = 2_000;

/** Operation codes that give something back: unpaid cheques and bills, rejected debits and transfers, recalls (interbank table of the CFONB). */
const RETURN_CODES = new Set([
  '03',
  '10',
  '12',
  '26',
  '27',
  '33',
  '34',
  '38',
  '98',
  'A3',
  'A4',
  'B3',
  'B4',
  'C3',
  'C4',
]);

const accountKey = (line: string): string => `${field(line, 3, 7)}/${field(line, 12, 16)}/${field(line, 22, 32)}`;

const movementOf = ({ base, text, more }: Movement): BankMovement => ({
  ...base,
  ...more,
  original: more.original?.currency === base.currency ? null : more.original,
  label: [text, ...more.label].filter(Boolean).join('\n'),
});

/** Collects statements record by record; what is complete is handed on piece by piece. */
export class CfonbStatements {
  readonly heads: StatementHead[] = [];
  private errors: RowError[] = [];
  private ready: { statement: number; movements: BankMovement[] }[] = [];
  private open: Open | null = null;
  private readonly notes: NoteBook;

  constructor(notes: NoteBook) {
    this.notes = notes;
  }

  add({ row, text }: TextLine): void {
    const line = text.padEnd(120);
    const code = line.slice(0, 2);
    if (code === '01') this.opened(row, line);
    else if (code === '04') this.moved(row, line);
    else if (code === '05') this.completed(row, line);
    else if (code === '07') this.closed(row, line);
    else this.errors.push(rowError(row, '1-2', 'unknown_record', code, '01, 04, 05, 07'));
  }

  /** What was read since the last time. */
  drain(): BankPiece[] {
    if (this.open && this.open.movements.length > HELD) this.hand(this.open.movements.splice(0, HELD));
    const { errors, ready } = this;
    this.errors = [];
    this.ready = [];
    const pieces = ready.map((piece): BankPiece => ({ ...piece, errors: [] }));
    return errors.length === 0 ? pieces : [...pieces, { statement: this.heads.length, movements: [], errors }];
  }

  private hand(movements: readonly Movement[]): void {
    this.ready.push({ statement: this.heads.length, movements: movements.map(movementOf) });
  }

  finish(): void {
    if (this.open) this.keep(null);
  }

  private opened(row: number, line: string): void {
    if (this.open) {
      this.notes.add('statement_not_closed', row);
      this.keep(null);
    }
    this.open = this.started(line, this.dated(row, line));
  }

  private started(line: string, opening: BankBalance | null): Open {
    const [bank, branch, account] = [field(line, 3, 7), field(line, 12, 16), field(line, 22, 32)];
    const currency = field(line, 17, 19) || 'EUR';
    const statement = {
      reference: null,
      accountIban: frenchIban(bank, branch, account),
      accountNumber: `${bank} ${branch} ${account}`,
      currency,
      opening,
    };
    return { key: accountKey(line), statement, movements: [] };
  }

  /** The date and the signed amount that records 01, 04 and 07 carry in the same places; what cannot be read is noted. */
  private dated(row: number, line: string): BankBalance | null {
    const on = cfonbDay(field(line, 35, 40));
    const amount = overpunchedCents(field(line, 91, 104), Number(field(line, 20, 20) || '2'));
    if (on === null) this.errors.push(rowError(row, '35-40', 'unreadable_date', field(line, 35, 40), 'JJMMAA'));
    if (amount === null)
      this.errors.push(
        rowError(row, '91-104', 'unreadable_amount', field(line, 91, 104), '13 digits and {A-I or }J-R'),
      );
    return on === null || amount === null ? null : { on, cents: amount };
  }

  private moved(row: number, line: string): void {
    if (this.open?.key !== accountKey(line)) {
      this.notes.add('movement_without_opening', row);
      if (this.open) this.keep(null);
      this.open = this.started(line, null);
    }
    const booked = this.dated(row, line);
    if (booked === null) return;
    const bankCode = field(line, 33, 34) || null;
    const returnReason = field(line, 41, 42) || null;
    this.open.movements.push({
      base: {
        row,
        bookedOn: booked.on,
        valueOn: cfonbDay(field(line, 43, 48)),
        cents: booked.cents,
        currency: field(line, 17, 19) || this.open.statement.currency,
        isBooked: true,
        bankCode,
        bankReference: field(line, 82, 88).replace(/^0+$/, '') || null,
        returnReason,
        isReturn: returnReason !== null || (bankCode !== null && RETURN_CODES.has(bankCode)),
      },
      text: [field(line, 49, 79), field(line, 105, 120)].filter(Boolean).join('\n'),
      more: noComplements(),
    });
  }

  private completed(row: number, line: string): void {
    const movement = this.open?.movements.at(-1);
    if (movement) addComplement(movement.more, field(line, 46, 48), line.slice(48, 118));
    else this.errors.push(rowError(row, '1-2', 'complement_without_movement', '05', '04'));
  }

  private closed(row: number, line: string): void {
    if (this.open?.key !== accountKey(line)) {
      this.notes.add('closing_without_opening', row);
      if (this.open) this.keep(null);
      this.open = this.started(line, null);
    }
    this.keep(this.dated(row, line));
  }

  private keep(closing: BankBalance | null): void {
    if (!this.open) return;
    if (this.open.movements.length > 0) this.hand(this.open.movements);
    this.heads.push({ ...this.open.statement, closing });
    this.open = null;
  }
}
