// Mail HTML: one column of tables with inline styles, the layout every mail client understands. Prose comes from the template;
// letterhead, table, ways to pay, signature and legal foot are ours.
import {
  legalFooter,
  type MessageView,
  type ProseBlock,
  type ProseRun,
  renderPaymentBlock,
  signatureLines,
  typeset,
} from '@quittance/core/letters';
import type { InlineImage } from '@quittance/usecases/ports';
import { qrPng } from '../qr/index.ts';
import { escapeHtml } from './escape.ts';
import { invoiceTableHtml } from './invoice-table-html.ts';
import { paymentHtml, QR_CID } from './payment-html.ts';
import { letterheadImages, logoHtml, signaturePictureHtml } from './picture-html.ts';
import { FONT, GROUND, HEAD_STYLE, INK, LINE, PAPER, SMALL, TEXT } from './style.ts';

const runsHtml = (runs: readonly ProseRun[], view: MessageView): string =>
  runs
    .map((run) => {
      const text = escapeHtml(typeset(run.text, view.language));
      return run.bold ? `<strong>${text}</strong>` : text;
    })
    .join('');

const plainText = (block: ProseBlock): string =>
  block.kind === 'paragraph' ? block.lines.map((line) => line.map((run) => run.text).join('')).join(' ') : '';

function blockHtml(block: ProseBlock, view: MessageView): string {
  if (block.kind === 'invoices') return `<div style="margin:0 0 22px 0">${invoiceTableHtml(view)}</div>`;
  if (block.kind === 'payment') return `<div style="margin:0 0 20px 0">${paymentHtml(view)}</div>`;
  if (block.kind === 'list') {
    const items = block.items.map((item) => `<li class="q-ink" style="${TEXT}">${runsHtml(item, view)}</li>`);
    return `<ul style="margin:0 0 16px 0;padding:0 0 0 22px">${items.join('')}</ul>`;
  }
  const lines = block.lines.map((line) => runsHtml(line, view)).join('<br>');
  return `<p class="q-ink" style="${TEXT};margin:0 0 16px 0">${lines}</p>`;
}

function signatureHtml(view: MessageView): string {
  const { sender } = view;
  const [first = '', ...others] = signatureLines(sender).map(escapeHtml);
  const rest = [...others, ...[sender.phone, sender.email].filter((v) => v !== null).map(escapeHtml)];
  return `<p class="q-ink" style="${TEXT};margin:0"><strong>${first}</strong>${rest.length > 0 ? `<br><span class="q-soft" style="${SMALL}">${rest.join('<br>')}</span>` : ''}</p>`;
}

/** The first sentence after the salutation, shown by inboxes beside the subject. */
const preheader = (blocks: readonly ProseBlock[]): string =>
  (blocks.map(plainText).filter((text) => text !== '')[1] ?? '').slice(0, 140);

const hidden = (text: string): string =>
  `<div style="display:none;max-height:0;max-width:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;color:${GROUND};opacity:0">${escapeHtml(text)}${'&#8199;&#65279;&#847; '.repeat(24)}</div>`;

function documentHtml(view: MessageView, subject: string, blocks: readonly ProseBlock[]): string {
  const body = blocks.map((block) => blockHtml(block, view)).join('\n');
  const wide = 'width:100%;max-width:640px';
  return `<!doctype html>
<html lang="${view.language}" xmlns="http://www.w3.org/1999/xhtml">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="x-apple-disable-message-reformatting"><meta name="format-detection" content="telephone=no,date=no,address=no,email=no"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(subject)}</title><style>${HEAD_STYLE}</style></head>
<body class="q-ground" style="margin:0;padding:0;background:${GROUND}">${hidden(preheader(blocks))}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="q-ground" bgcolor="${GROUND}" style="width:100%;background:${GROUND}"><tr><td align="center" style="padding:24px 8px">
<!--[if mso]><table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" cellpadding="0" cellspacing="0" border="0" class="q-paper" bgcolor="${PAPER}" style="${wide};background:${PAPER};border:1px solid ${LINE};border-radius:10px;border-collapse:separate">
<tr><td class="q-pad q-line" style="padding:20px 32px;border-bottom:1px solid ${LINE}">${logoHtml(view.sender)}<p class="q-ink" style="${FONT};font-size:17px;line-height:24px;font-weight:700;color:${INK};margin:0">${escapeHtml(view.sender.name)}</p></td></tr>
<tr><td class="q-pad" style="padding:26px 32px 28px 32px;text-align:left">
${body}
${signaturePictureHtml(view.sender)}${signatureHtml(view)}
</td></tr></table>
<!--[if mso]></td></tr></table><![endif]-->
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="${wide}"><tr><td class="q-pad" align="center" style="padding:14px 32px 0 32px"><p class="q-soft" style="${SMALL};font-size:11px;line-height:16px;margin:0;text-align:center">${escapeHtml(legalFooter(view.sender, view.language))}</p></td></tr></table>
</td></tr></table>
</body></html>
`;
}

/** HTML of an e-mail and the pictures it shows. */
export function renderMailHtml(
  view: MessageView,
  subject: string,
  blocks: readonly ProseBlock[],
): Readonly<{ html: string; images: readonly InlineImage[] }> {
  const { qr } = renderPaymentBlock(view);
  const images = qr
    ? [{ cid: QR_CID, filename: 'virement-qr.png', contentType: 'image/png', content: qrPng(qr.payload) }]
    : [];
  return { html: documentHtml(view, subject, blocks), images: [...images, ...letterheadImages(view.sender)] };
}
