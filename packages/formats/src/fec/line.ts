// One line of a FEC from its fields: the checks every line gets, and the full record for those the caller keeps.
import type { FecLine } from '@quittance/core/intake';
import { type Cents, cents, type Day, type RowError, rowError } from '@quittance/core/kernel';
import type { NoteBook } from '../text/index.ts';
import type { AccountFacts } from './facts/accounts.ts';
import { AmountReader } from './fields/amount.ts';
import { DayReader, isRead } from './fields/days.ts';
import type { Fields } from './fields/fields.ts';
import type { FecColumn } from './layout/columns.ts';
import type { FecLayout } from './layout/layout.ts';

/** The part of a line that is read for every account. Reused from line to line. */
export type LineBase = {
  journalCode: string;
  journalLabel: string;
  entryNumber: string;
  entryOn: Day;
  account: string;
  auxiliary: string;
  auxiliaryLabel: string;
  debit: number;
  credit: number;
};

const AMOUNT_EXPECTED = 'an amount such as 1234,56';
const DAY_EXPECTED = 'a date AAAAMMJJ';

/** Reads lines of one file. */
export class LineReader {
  private readonly layout: FecLayout;
  private readonly notes: NoteBook;
  private readonly amounts = new AmountReader();
  private readonly days = new DayReader();
  readonly base: LineBase;

  constructor(layout: FecLayout, notes: NoteBook) {
    this.layout = layout;
    this.notes = notes;
    const texts = {
      journalCode: '',
      journalLabel: '',
      entryNumber: '',
      account: '',
      auxiliary: '',
      auxiliaryLabel: '',
    };
    this.base = { ...texts, entryOn: '' as Day, debit: 0, credit: 0 };
  }

  /** Fills `base` from the line; the reason why not, when the line cannot be read. */
  read(fields: Fields): RowError | null {
    const { position } = this.layout;
    const { base } = this;
    const problem = this.checkCount(fields) ?? this.readDay(fields) ?? this.readAmounts(fields);
    if (problem) return problem;
    base.account = fields.frequent(position.CompteNum);
    if (base.account === '') return this.error(fields, 'CompteNum', 'missing_value', 'an account number');
    base.journalCode = fields.frequent(position.JournalCode);
    if (base.journalCode === '') this.notes.add('missing_journal_code', fields.row);
    base.journalLabel = fields.frequent(position.JournalLib);
    base.entryNumber = fields.frequent(position.EcritureNum);
    base.auxiliary = fields.frequent(position.CompAuxNum);
    base.auxiliaryLabel = base.auxiliary === '' ? '' : fields.frequent(position.CompAuxLib);
    return null;
  }

  /** The whole record of the line last read. */
  record(fields: Fields, facts: AccountFacts): FecLine {
    const { position } = this.layout;
    const { base } = this;
    const lettering = fields.frequent(position.EcritureLet);
    const letteredOn = this.optionalDay(fields, 'DateLet');
    if (lettering !== '' && !letteredOn) this.notes.add('lettering_without_date', fields.row, lettering);
    return {
      row: fields.row,
      journalCode: base.journalCode,
      journalLabel: base.journalLabel,
      entryNumber: base.entryNumber,
      entryOn: base.entryOn,
      ...this.party(fields, facts),
      pieceRef: fields.text(position.PieceRef),
      pieceOn: this.optionalDay(fields, 'PieceDate'),
      label: fields.text(position.EcritureLib),
      debitCents: cents(base.debit),
      creditCents: cents(base.credit),
      lettering,
      letteredOn,
      validatedOn: this.optionalDay(fields, 'ValidDate'),
      ...this.currency(fields),
      settledOn: this.optionalDay(fields, 'DateRglt'),
    };
  }

  private checkCount(fields: Fields): RowError | null {
    const { columns } = this.layout;
    if (fields.count === columns) return null;
    if (fields.count < columns) return this.countError(fields, 'too_few_fields');
    for (let i = columns; i < fields.count; i++)
      if (fields.locate(i)) return this.countError(fields, 'too_many_fields');
    this.notes.add('trailing_separator', fields.row);
    return null;
  }

  private countError(fields: Fields, code: string): RowError {
    return rowError(fields.row, '', code, `${fields.count} fields`, `${this.layout.columns} fields`);
  }

  private readDay(fields: Fields): RowError | null {
    const day = this.days.day(fields, this.layout.position.EcritureDate);
    if (!isRead(day)) {
      const code = day === 'unreadable' ? 'unreadable_date' : 'missing_value';
      return this.error(fields, 'EcritureDate', code, DAY_EXPECTED);
    }
    if (this.days.isOdd) this.noteOdd(fields, 'EcritureDate', 'date_format');
    this.base.entryOn = day;
    return null;
  }

  private readAmounts(fields: Fields): RowError | null {
    return this.layout.amounts === 'debit_credit' ? this.readDebitCredit(fields) : this.readMontantSens(fields);
  }

  private readDebitCredit(fields: Fields): RowError | null {
    const { base } = this;
    const debit = this.amount(fields, 'Debit');
    const hasDebit = fields.end > fields.start;
    const credit = this.amount(fields, 'Credit');
    const hasCredit = fields.end > fields.start;
    if (Number.isNaN(debit)) return this.error(fields, 'Debit', 'unreadable_amount', AMOUNT_EXPECTED);
    if (Number.isNaN(credit)) return this.error(fields, 'Credit', 'unreadable_amount', AMOUNT_EXPECTED);
    if (!hasDebit && !hasCredit) return this.error(fields, 'Debit', 'missing_amount', AMOUNT_EXPECTED);
    if (!hasDebit || !hasCredit) this.notes.add('empty_amount', fields.row, hasDebit ? 'Credit' : 'Debit');
    if (debit === 0 && credit === 0) this.notes.add('zero_amounts', fields.row);
    if (debit !== 0 && credit !== 0) this.notes.add('debit_and_credit', fields.row);
    base.debit = debit;
    base.credit = credit;
    return null;
  }

  private readMontantSens(fields: Fields): RowError | null {
    const amount = this.amount(fields, 'Montant');
    if (fields.end === fields.start) return this.error(fields, 'Montant', 'missing_amount', AMOUNT_EXPECTED);
    if (Number.isNaN(amount)) return this.error(fields, 'Montant', 'unreadable_amount', AMOUNT_EXPECTED);
    const sens = fields.frequent(this.layout.position.Sens).toUpperCase();
    const isDebit = /^(D|DEBIT|DÉBIT|\+?1|\+)$/.test(sens);
    if (!isDebit && !/^(C|CREDIT|CRÉDIT|-1|-)$/.test(sens)) {
      return this.error(fields, 'Sens', 'unreadable_direction', 'D or C, +1 or -1');
    }
    if (amount === 0) this.notes.add('zero_amounts', fields.row);
    this.base.debit = isDebit ? amount : 0;
    this.base.credit = isDebit ? 0 : amount;
    return null;
  }

  private amount(fields: Fields, column: 'Debit' | 'Credit' | 'Montant'): number {
    const value = this.amounts.cents(fields, this.layout.position[column]);
    if (this.amounts.oddity) this.noteOdd(fields, column, this.amounts.oddity);
    return value;
  }

  private party(fields: Fields, { embedded }: AccountFacts) {
    const { base } = this;
    const accountLabel = fields.frequent(this.layout.position.CompteLib);
    const { account, auxiliary, auxiliaryLabel } = base;
    if (!embedded || auxiliary !== '') return { account, accountLabel, auxiliary, auxiliaryLabel };
    this.notes.add('embedded_auxiliary', fields.row, account);
    return {
      account: embedded.account,
      accountLabel: embedded.label,
      auxiliary: embedded.auxiliary,
      auxiliaryLabel: accountLabel,
    };
  }

  private optionalDay(fields: Fields, column: FecColumn): Day | null {
    const day = this.days.day(fields, this.layout.position[column]);
    if (isRead(day)) {
      if (this.days.isOdd) this.noteOdd(fields, column, 'date_format');
      return day;
    }
    if (day === 'zero') this.noteOdd(fields, column, 'zero_date');
    if (day === 'unreadable') this.noteOdd(fields, column, 'unreadable_optional_date');
    return null;
  }

  private currency(fields: Fields): { currencyCents: Cents | null; currency: string } {
    const { position } = this.layout;
    const amount = this.amounts.cents(fields, position.Montantdevise);
    const hasAmount = fields.end > fields.start;
    if (Number.isNaN(amount)) this.noteOdd(fields, 'Montantdevise', 'unreadable_currency_amount');
    const currency = fields.frequent(position.Idevise).toUpperCase();
    if (hasAmount && amount !== 0 && currency === '') this.notes.add('amount_without_currency', fields.row);
    return { currencyCents: hasAmount && !Number.isNaN(amount) ? cents(amount) : null, currency };
  }

  private noteOdd(fields: Fields, column: FecColumn, code: string): void {
    const seen = () => `${this.layout.headerOf(column)}: ${fields.text(this.layout.position[column])}`;
    this.notes.add(code, fields.row, seen);
  }

  private error(fields: Fields, column: FecColumn, code: string, expected: string): RowError {
    const { position, headerOf } = this.layout;
    return rowError(fields.row, headerOf(column), code, fields.text(position[column]), expected);
  }
}
