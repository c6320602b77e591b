// An invented bank statement for the journeys: a camt.053 message of one account, its closing balance made of its movements.

/** Money that came in, and what the bank wrote. */
export type Received = Readonly<{ on: string; cents: number; payer: string; text: string }>;

const CENTS = 100;
const amount = (cents: number): string =>
  `<Amt Ccy="EUR">${(cents / CENTS).toFixed(2)}</Amt><CdtDbtInd>CRDT</CdtDbtInd>`;
const balance = (code: string, on: string, cents: number): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount(cents)}<Dt><Dt>${on}</Dt></Dt></Bal>`;

/** The file, as a bank would give it. */
export function inventedStatement(iban: string, openingCents: number, received: readonly Received[]): string {
  const days = received.map(({ on }) => on).sort();
  const closing = received.reduce((sum, { cents }) => sum + cents, openingCents);
  const entries = received.map(
    ({ on, cents, payer, text }, place) =>
      `<Ntry>${amount(cents)}<Sts>BOOK</Sts><BookgDt><Dt>${on}</Dt></BookgDt><AcctSvcrRef>E2E${place}</AcctSvcrRef><NtryDtls><TxDtls>` +
      `<RltdPties><Dbtr><Nm>${payer}</Nm></Dbtr></RltdPties><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>',
    `<Stmt><Id>JOURNEY</Id><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>`,
    balance('OPBD', days[0] ?? '', openingCents),
    balance('CLBD', days.at(-1) ?? '', closing),
    ...entries,
    '</Stmt></BkToCstmrStmt></Document>',
  ].join('\n');
}
