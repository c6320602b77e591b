// Signs by which text formats are recognised: root elements of XML, record codes of fixed-width files, tags of SWIFT and OFX.
import type { DetectedKind } from './kinds.ts';

type Sign = Readonly<{ kind: Exclude<DetectedKind['kind'], 'csv'>; reason: string; test: (text: string) => boolean }>;

/** The first element of an XML text, whatever stands before it. */
const rootOf = (text: string): string | null => {
  const at = /<(?![?!])/.exec(text)?.index;
  return at === undefined || !/^[\s\ufeff]*</.test(text) ? null : text.slice(at, at + 2000);
};

const XML_SIGNS: readonly Sign[] = [
  { kind: 'fec', reason: 'fec_xml', test: (text) => /^<comptabilite[\s>]/.test(text) },
  { kind: 'camt', reason: 'camt_namespace', test: (text) => /^<(\w+:)?Document[^>]*camt\.05[234]\./.test(text) },
  { kind: 'einvoice', reason: 'cii_invoice', test: (text) => /^<(\w+:)?CrossIndustryInvoice[\s>]/.test(text) },
  {
    kind: 'einvoice',
    reason: 'ubl_invoice',
    test: (text) => /^<(\w+:)?(Invoice|CreditNote)\s[^>]*urn:oasis:names:specification:ubl/.test(text),
  },
  { kind: 'ofx', reason: 'ofx_root', test: (text) => /^<OFX>/.test(text) },
];

const MT940_TAGS: readonly RegExp[] = [/(^|[\r\n}])\s*:20:/, /[\r\n]:25:/, /[\r\n]:(60[FM]|34F):/];
const CFONB120 = /^01\d{5}.{4}[\dA-Z ]{5}[A-Z ]{3}[\d ].{100}(\r|\n|0[1457]|$)/;
const CFONB240 = /^31[^\r\n]{120,238}(\r\n|\r|\n)?3[49]/;

const TEXT_SIGNS: readonly Sign[] = [
  { kind: 'ofx', reason: 'ofx_header', test: (text) => /^\s*OFXHEADER:/.test(text) },
  { kind: 'mt940', reason: 'mt940_tags', test: (text) => MT940_TAGS.every((tag) => tag.test(text)) },
  { kind: 'cfonb120', reason: 'cfonb120_records', test: (text) => CFONB120.test(text) },
  { kind: 'cfonb240', reason: 'cfonb240_records', test: (text) => CFONB240.test(text) },
];

/** The kind a text shows by its signs, or null. */
export function recogniseText(text: string): Readonly<{ kind: Sign['kind']; reason: string }> | null {
  const root = rootOf(text);
  const subject = root ?? text.slice(0, 4000);
  const found = (root === null ? TEXT_SIGNS : XML_SIGNS).find(({ test }) => test(subject));
  if (found) return { kind: found.kind, reason: found.reason };
  return root === null ? null : { kind: 'unknown', reason: 'unknown_xml' };
}
