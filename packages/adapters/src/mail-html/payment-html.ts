// Payment block as HTML: a button where there is a link, the transfer facts, and the code beside them.
import { type MessageView, renderPaymentBlock } from '@quittance/core/letters';
import { escapeHtml } from './escape.ts';
import { ACCENT, FONT, GROUND, INK, SMALL } from './style.ts';

/** Content-ID of the transfer code, referred to by the HTML. */
export const QR_CID = 'transfer-code@quittance';

/** A button that Outlook draws too: a table cell with a background, the link filling it. */
const button = (url: string, label: string): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px 0"><tr><td align="center" bgcolor="${ACCENT}" style="background:${ACCENT};border-radius:6px"><a href="${escapeHtml(url)}" style="${FONT};display:inline-block;padding:13px 28px;font-size:16px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none;border:1px solid ${ACCENT};border-radius:6px">${escapeHtml(label)}</a></td></tr></table>`;

/** The ways to pay of a checked view. */
export function paymentHtml(view: MessageView): string {
  const block = renderPaymentBlock(view);
  const facts = block.facts.map(
    ({ label, value, code }) =>
      `<tr><td class="q-soft" style="${SMALL};padding:3px 14px 3px 0;vertical-align:top">${escapeHtml(label)}</td><td class="q-ink" style="${FONT};font-size:14px;line-height:20px;color:${INK};padding:3px 0;${code ? 'font-variant-numeric:tabular-nums;' : ''}">${escapeHtml(code ? value.replaceAll('\u00A0', ' ') : value)}</td></tr>`,
  );
  const qr = block.qr
    ? `<td class="q-stack q-qr" width="132" style="vertical-align:top;text-align:center;width:132px;padding:0 0 0 16px"><img src="cid:${QR_CID}" width="116" height="116" alt="${escapeHtml(block.qr.caption)}" style="display:inline-block;width:116px;height:116px;border:0;background:#ffffff"><div class="q-soft" style="${SMALL};font-size:11px;line-height:15px">${escapeHtml(block.qr.caption)}</div></td>`
    : '';
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%"><tr><td class="q-panel" bgcolor="${GROUND}" style="background:${GROUND};padding:18px 20px;border-radius:8px">
<p class="q-ink" style="${FONT};font-size:15px;line-height:20px;font-weight:700;color:${INK};margin:0 0 10px 0">${escapeHtml(block.title)}</p>
${block.link ? button(block.link.url, block.link.label) : ''}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%"><tr><td class="q-stack" style="vertical-align:top"><table role="presentation" cellpadding="0" cellspacing="0" border="0">${facts.join('')}</table></td>${qr}</tr></table>
</td></tr></table>`;
}
