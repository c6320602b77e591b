// Reads CAMT.052, .053 and .054 messages of any version: several statements, batches with details, returns, pending entries.
import type { BankBalance, BankMovement, BankStatement } from '@quittance/core/intake';
import { ok, type Result, type RowError, rowError } from '@quittance/core/kernel';
import { type ByteSource, type FileRefusal, NoteBook, RefusalSignal, refusedBy } from '../../text/index.ts';
import type { BankFile } from '../bank-file.ts';
import { collectCamt } from './collect.ts';
import { headOf, movementsOf } from './entry.ts';
import { type Element, textAt } from './tree.ts';
import { dayAt, signedAmount } from './values.ts';

/** Booked balances; PRCD, the previous closing, stands for an opening. Available balances are no matter of books. */
const OPENING = ['OPBD', 'PRCD'];
const CLOSING = ['CLBD'];

type Building = {
  reference: string | null;
  iban: string | null;
  number: string | null;
  currency: string | null;
  balances: Map<string, BankBalance & { currency: string }>;
  movements: BankMovement[];
};

class CamtReading {
  readonly statements: BankStatement[] = [];
  readonly errors: RowError[] = [];
  readonly notes = new NoteBook();
  format = '';
  private building: Building | null = null;
  private entries = 0;

  message(namespace: string): void {
    const found = /camt\.05[234]\.\d{3}\.\d{2}/.exec(namespace);
    if (!found)
      throw new RefusalSignal('wrong_format', { seen: namespace, expected: 'camt.052, camt.053 or camt.054' });
    this.format = found[0];
  }

  opened(): void {
    this.building = { reference: null, iban: null, number: null, currency: null, balances: new Map(), movements: [] };
  }

  part(element: Element): void {
    const here = this.building;
    if (!here) return;
    if (element.name === 'Id') here.reference = element.text.trim() || null;
    else if (element.name === 'Acct') this.account(here, element);
    else if (element.name === 'Bal') this.balance(here, element);
    else if (element.name === 'Ntry') this.entry(here, element);
  }

  closed(): void {
    const here = this.building;
    if (!here) return;
    this.building = null;
    const [opening, closing] = [firstOf(here, OPENING), firstOf(here, CLOSING)];
    const currency = here.currency ?? opening?.currency ?? here.movements[0]?.currency ?? 'EUR';
    this.statements.push({
      reference: here.reference,
      accountIban: here.iban,
      accountNumber: here.number,
      currency,
      opening: inCurrency(opening, currency),
      closing: inCurrency(closing, currency),
      movements: here.movements,
    });
  }

  private account(here: Building, element: Element): void {
    here.iban = textAt(element, 'Id/IBAN');
    here.number = textAt(element, 'Id/Othr/Id', 'Id/PrtryAcct/Id');
    here.currency = textAt(element, 'Ccy');
  }

  private balance(here: Building, element: Element): void {
    const type = textAt(element, 'Tp/CdOrPrtry/Cd', 'Tp/Cd');
    const on = dayAt(element, 'Dt');
    const amount = signedAmount(element);
    if (type === null || on === null || amount === null) this.notes.add('balance_unreadable', null, type ?? '');
    else here.balances.set(type, { on, ...amount });
  }

  private entry(here: Building, element: Element): void {
    this.entries += 1;
    const head = headOf(this.entries, element);
    if ('unreadable' in head)
      this.errors.push(
        rowError(
          this.entries,
          head.unreadable,
          head.unreadable === 'Amt' ? 'unreadable_amount' : 'unreadable_date',
          head.seen,
          head.unreadable === 'Amt' ? '1234.56' : 'YYYY-MM-DD',
        ),
      );
    else here.movements.push(...movementsOf(head));
  }
}

const firstOf = ({ balances }: Building, types: readonly string[]) =>
  types.map((type) => balances.get(type)).find((balance) => balance !== undefined) ?? null;

const inCurrency = (balance: (BankBalance & { currency: string }) | null, currency: string): BankBalance | null =>
  balance?.currency === currency ? { on: balance.on, cents: balance.cents } : null;

/** The statements of a message. An entry whose amount or date cannot be read is an error with its place among the entries. */
export async function readCamt(source: ByteSource): Promise<Result<BankFile, FileRefusal>> {
  const reading = new CamtReading();
  try {
    await collectCamt(source, {
      message: (namespace) => reading.message(namespace),
      opened: () => reading.opened(),
      part: (element) => reading.part(element),
      closed: () => reading.closed(),
    });
    if (reading.statements.length === 0) throw new RefusalSignal('no_entry', { expected: 'a statement (Stmt)' });
  } catch (error) {
    return refusedBy(error);
  }
  const { format, statements, errors, notes } = reading;
  return ok({ format, statements, errors, notes: notes.all() });
}
