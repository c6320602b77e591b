// Detection: each kind of file by its own signs, and nothing claimed without one.
import { describe, expect, it } from 'vitest';
import { templateCsv } from '../csv/index.ts';
import { detectKind } from './detect-kind.ts';

const CFONB = `0130004    00001EUR2 00012345678  311225${' '.repeat(50)}0000000012345{${' '.repeat(16)}`;
const CFONB240 = `31${'0'.repeat(20)}`.padEnd(240) + `\r\n34${'0'.repeat(20)}`.padEnd(242);
const MT942 = ':20:REF\r\n:25:FR7630006000011234567890189\r\n:28C:1/1\r\n:34F:EUR0,\r\n';
const MT940 = ':20:REF\r\n:25:FR7630006000011234567890189\r\n:28C:1/1\r\n:60F:C260101EUR10,00\r\n';

describe('detection', () => {
  it.each([
    [
      'a.txt',
      'JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|Debit|Credit\r\n',
      { kind: 'fec', reason: 'fec_header' },
    ],
    ['a.xml', '<?xml version="1.0"?>\n<comptabilite><exercice>', { kind: 'fec', reason: 'fec_xml' }],
    ['732829320FEC20231231.txt', 'no known header', { kind: 'fec', reason: 'fec_file_name' }],
    [
      'a.xml',
      '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">',
      { kind: 'camt' },
    ],
    ['a.txt', CFONB, { kind: 'cfonb120' }],
    ['a.txt', CFONB240, { kind: 'cfonb240' }],
    ['a.txt', CFONB240.replace('\r\n', ''), { kind: 'cfonb240' }],
    ['a.sta', MT942, { kind: 'mt940' }],
    ['a.sta', MT940, { kind: 'mt940' }],
    ['a.sta', `:940:\r\n${MT940}`, { kind: 'mt940' }],
    ['a.ofx', 'OFXHEADER:100\nDATA:OFXSGML\n', { kind: 'ofx' }],
    ['a.ofx', '<?xml version="1.0"?><?OFX OFXHEADER="200"?><OFX>', { kind: 'ofx' }],
    ['a.xml', '<rsm:CrossIndustryInvoice xmlns:rsm="urn:un">', { kind: 'einvoice', reason: 'cii_invoice' }],
    ['a.xml', '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">', { kind: 'einvoice' }],
    ['a.pdf', '%PDF-1.7 factur-x.xml', { kind: 'einvoice', reason: 'factur_x' }],
    ['a.pdf', '%PDF-1.7', { kind: 'unknown', reason: 'pdf' }],
    ['a.xlsx', 'PK\u0003\u0004......xl/workbook.xml', { kind: 'xlsx' }],
    ['a.zip', 'PK\u0003\u0004......readme', { kind: 'unknown', reason: 'zip' }],
    ['a.xml', '<html>', { kind: 'unknown', reason: 'unknown_xml' }],
    ['a.txt', 'hello\nworld\n', { kind: 'unknown', reason: 'no_known_content' }],
    ['a.bin', 'a\u0000b\u0000\u0000', { kind: 'unknown', reason: 'binary_file' }],
    ['a', '', { kind: 'unknown', reason: 'empty_file' }],
    ['c.csv', templateCsv('customers', 'fr'), { kind: 'csv', table: 'customers' }],
    ['c.csv', templateCsv('contacts', 'fr'), { kind: 'csv', table: 'contacts' }],
    ['i.csv', templateCsv('invoices', 'en'), { kind: 'csv', table: 'invoices' }],
    ['p.csv', templateCsv('payments', 'fr'), { kind: 'csv', table: 'payments' }],
    ['b.csv', templateCsv('bank', 'en'), { kind: 'csv', table: 'bank' }],
  ])('%s %#', async (name, content, expected) => {
    expect(await detectKind(name, Buffer.from(content))).toMatchObject(expected);
  });
});
