// Reads OFX statements, versions 1 (SGML) and 2 (XML): accounts, movements, ledger balance. OFX has no opening balance.
import type { BankBalance, BankMovement, BankStatement } from '@quittance/core/intake';
import { type Cents, cents, type Day, isDay, ok, type Result, type RowError, rowError } from '@quittance/core/kernel';
import { isIban } from '@quittance/core/parties';
import { type ByteSource, type FileRefusal, NoteBook, openUtf8, RefusalSignal, refusedBy } from '../../text/index.ts';
import type { BankFile } from '../bank-file.ts';
import { frenchIban } from '../cfonb/account.ts';
import { decimalCents } from '../decimal.ts';
import { type OfxToken, ofxTokens } from './tokens.ts';

type Values = Map<string, string>;
type Building = { currency: string; account: Values; balance: Values; movements: BankMovement[] };

const STATEMENTS = new Set(['STMTRS', 'CCSTMTRS']);

/** `20260131`, `20260131120000.000[-1:CET]`: the bank's own date. */
const ofxDay = (text: string | undefined): Day | null => {
  const found = /^(\d{4})(\d\d)(\d\d)/.exec(text ?? '');
  const iso = found ? `${found[1]}-${found[2]}-${found[3]}` : '';
  return isDay(iso) ? iso : null;
};

const signedCents = (text: string | undefined): Cents | null => {
  const found = /^([+-]?)(.+)$/.exec((text ?? '').replace(/\s/g, ''));
  const amount = found ? decimalCents(found[2] ?? '') : null;
  return amount === null ? null : cents(found?.[1] === '-' ? -amount : amount);
};

class OfxReading {
  readonly statements: BankStatement[] = [];
  readonly errors: RowError[] = [];
  private here: Building | null = null;
  private movement: { row: number; values: Values } | null = null;
  private into: Values | null = null;

  token({ row, name, isClosing, value }: OfxToken): void {
    if (STATEMENTS.has(name)) isClosing ? this.keep() : this.open();
    else if (name === 'STMTTRN') isClosing ? this.moved() : this.start(row);
    else if (name === 'BANKACCTFROM' || name === 'CCACCTFROM')
      this.into = isClosing ? null : (this.here?.account ?? null);
    else if (name === 'LEDGERBAL') this.into = isClosing ? null : (this.here?.balance ?? null);
    else if (isClosing || value === '') return;
    else if (this.movement) this.movement.values.set(name, this.movement.values.get(name) ?? value);
    else if (this.into) this.into.set(name, value);
    else if (name === 'CURDEF' && this.here) this.here.currency = value;
  }

  private open(): void {
    this.keep();
    this.here = { currency: 'EUR', account: new Map(), balance: new Map(), movements: [] };
  }

  /** A movement may lack its closing tag in SGML: the next one ends it. */
  private start(row: number): void {
    this.moved();
    this.movement = { row, values: new Map() };
  }

  private moved(): void {
    const told = this.movement;
    this.movement = null;
    if (!told || !this.here) return;
    const { row, values } = told;
    const amount = signedCents(values.get('TRNAMT'));
    const bookedOn = ofxDay(values.get('DTPOSTED'));
    if (amount === null)
      this.errors.push(rowError(row, 'TRNAMT', 'unreadable_amount', values.get('TRNAMT') ?? '', '-1234.56'));
    if (bookedOn === null)
      this.errors.push(rowError(row, 'DTPOSTED', 'unreadable_date', values.get('DTPOSTED') ?? '', 'YYYYMMDD'));
    if (amount === null || bookedOn === null) return;
    const label = [values.get('MEMO'), values.get('CHECKNUM'), values.get('REFNUM')].filter(Boolean).join('\n');
    this.here.movements.push({
      row,
      bookedOn,
      valueOn: ofxDay(values.get('DTAVAIL')),
      cents: amount,
      currency: this.here.currency,
      original: null,
      isBooked: true,
      bankCode: values.get('TRNTYPE') ?? null,
      label: label || (values.get('NAME') ?? ''),
      counterpartyName: values.get('NAME') ?? null,
      counterpartyIban: null,
      endToEndId: null,
      creditorReference: null,
      mandateId: null,
      bankReference: values.get('FITID') ?? null,
      returnReason: null,
      isReturn: false,
    });
  }

  keep(): void {
    this.moved();
    const { here } = this;
    this.here = null;
    if (!here) return;
    const number = here.account.get('ACCTID')?.replace(/\s/g, '') ?? '';
    const made = frenchIban(here.account.get('BANKID') ?? '', here.account.get('BRANCHID') ?? '', number.slice(0, 11));
    this.statements.push({
      reference: null,
      accountIban: isIban(number) ? number : made,
      accountNumber: number || null,
      currency: here.currency,
      opening: null,
      closing: balanceOf(here.balance),
      movements: here.movements.map((movement) => ({ ...movement, currency: here.currency })),
    });
  }
}

function balanceOf(values: Values): BankBalance | null {
  const amount = signedCents(values.get('BALAMT'));
  const on = ofxDay(values.get('DTASOF'));
  return amount === null || on === null ? null : { on, cents: amount };
}

/** The statements of a file; one that stops in its middle is refused, since its last amount may be cut. The identifier of each movement (FITID) is its bank reference. */
export async function readOfx(source: ByteSource): Promise<Result<BankFile, FileRefusal>> {
  const notes = new NoteBook();
  const reading = new OfxReading();
  try {
    const text = await openUtf8(source, notes);
    const parts: Buffer[] = [];
    for await (const chunk of text.chunks) parts.push(chunk);
    let end: OfxToken | null = null;
    for (const token of ofxTokens(Buffer.concat(parts).toString('utf8'))) {
      reading.token(token);
      end = token;
    }
    reading.keep();
    if (reading.statements.length === 0) throw new RefusalSignal('no_entry', { expected: 'STMTRS' });
    if (end?.name !== 'OFX' || !end.isClosing)
      throw new RefusalSignal('malformed_xml', { row: end?.row ?? 1, seen: end?.name ?? '', expected: '</OFX>' });
  } catch (error) {
    return refusedBy(error);
  }
  return ok({ format: 'ofx', statements: reading.statements, errors: reading.errors, notes: notes.all() });
}
