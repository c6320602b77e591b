// Letter model: a checked view and its prose as plain JSON, texts finished, for the Typst sources. No markup travels in it.
import {
  addressBlock,
  formatMoney,
  type InvoiceTable,
  labels,
  legalFooter,
  type MessageView,
  type PaymentFact,
  type ProseBlock,
  type ProseRun,
  placeAndDay,
  renderInvoiceTable,
  renderPaymentBlock,
  senderLines,
  signatureLines,
  typeset,
} from '@quittance/core/letters';
import { qrSvg } from '../qr/index.ts';
import type { LetterGeometry } from './geometry.ts';
import { pictureSvg } from './picture-svg.ts';

/** What every page needs, letter or statement. */
export type SheetModel = Readonly<{
  language: 'fr' | 'en';
  geometry: LetterGeometry;
  sender: readonly string[];
  /** SVG. */
  logo: string | null;
  address: readonly string[];
  registered: string | null;
  placeAndDay: string;
  reference: string;
  footer: string;
}>;

export type LetterModel = SheetModel &
  Readonly<{
    subject: string;
    blocks: readonly ProseBlock[];
    table: InvoiceTable;
    payment: Readonly<{
      title: string;
      facts: readonly PaymentFact[];
      link: Readonly<{ label: string; url: string }> | null;
      qr: string | null;
      caption: string;
    }>;
    signature: readonly string[];
    /** SVG. */
    signed: string | null;
    attachments: string | null;
  }>;

const set = (runs: readonly ProseRun[], view: MessageView): readonly ProseRun[] =>
  runs.map((run) => ({ ...run, text: typeset(run.text, view.language) }));

function setBlock(block: ProseBlock, view: MessageView): ProseBlock {
  if (block.kind === 'paragraph') return { ...block, lines: block.lines.map((line) => set(line, view)) };
  if (block.kind === 'list') return { ...block, items: block.items.map((item) => set(item, view)) };
  return block;
}

const withColon = (label: string, view: MessageView): string => `${label}${view.language === 'fr' ? '\u00A0:' : ':'}`;

function paymentModel(view: MessageView): LetterModel['payment'] {
  const { title, facts, link, qr } = renderPaymentBlock(view);
  return { title, facts, link, qr: qr ? qrSvg(qr.payload) : null, caption: qr?.caption ?? '' };
}

/** The JSON of one letter. */
export function letterModel(
  letter: Readonly<{ view: MessageView; subject: string; body: readonly ProseBlock[] }>,
  geometry: LetterGeometry,
): LetterModel {
  const { view } = letter;
  const words = labels(view.language);
  return {
    language: view.language,
    geometry,
    sender: senderLines(view.sender, view.language),
    logo: pictureSvg(view.sender.logo),
    address: addressBlock(view.recipient, view.language),
    registered: view.channel === 'registered_letter' ? words.registered : null,
    placeAndDay: placeAndDay(view.place, view.on, view.language),
    reference: `${withColon(words.yourRef, view)} ${view.recipient.ref}`,
    footer: legalFooter(view.sender, view.language),
    subject: typeset(`${withColon(words.subject, view)} ${letter.subject}`, view.language),
    blocks: letter.body.map((block) => setBlock(block, view)),
    table: renderInvoiceTable(view),
    payment: paymentModel(view),
    signature: signatureLines(view.sender),
    signed: pictureSvg(view.sender.signature),
    attachments:
      view.attachments.length > 0 ? `${withColon(words.attachments, view)} ${view.attachments.join(', ')}` : null,
  };
}

/** A sum of the statement, or an empty text for zero so that columns stay light. */
export const sumOrBlank = (
  amount: Parameters<typeof formatMoney>[0],
  currency: string,
  language: 'fr' | 'en',
): string => (amount === 0 ? '' : formatMoney(amount, currency, language));
