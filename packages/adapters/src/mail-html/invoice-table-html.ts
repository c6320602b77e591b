// Invoice table as HTML: number and dates on the left, amounts aligned on the right, readable on a telephone.
import {
  type InvoiceRow,
  type InvoiceTable,
  type MessageView,
  renderInvoiceTable,
  type SumRow,
} from '@quittance/core/letters';
import { escapeHtml } from './escape.ts';
import { FONT, INK, LATE, LINE, SMALL, SOFT } from './style.ts';

const cell = (align: 'left' | 'right', extra = ''): string =>
  `padding:10px 0 10px ${align === 'right' ? '12px' : '0'};border-bottom:1px solid ${LINE};text-align:${align};vertical-align:top;${extra}`;
const AMOUNT = `${FONT};font-size:15px;line-height:21px;color:${INK};white-space:nowrap;font-variant-numeric:tabular-nums`;

function headRow({ head }: InvoiceTable): string {
  const th = (label: string, align: 'left' | 'right', more = ''): string =>
    `<th scope="col" class="q-soft q-line" align="${align}" style="${cell(align, `${SMALL};font-weight:600;border-bottom-width:2px;${more}`)}">${escapeHtml(label)}</th>`;
  return `<tr>${th(head.number, 'left')}${th(head.dueOn, 'left', 'padding-left:12px')}${th(head.open, 'right')}</tr>`;
}

function bodyRow(row: InvoiceRow, { head }: InvoiceTable): string {
  const order = row.orderRef ? `<br>${escapeHtml(`${head.orderRef} ${row.orderRef}`)}` : '';
  const facts = `${escapeHtml(`${head.issuedOn} ${row.issuedOn}`)}${order}`;
  const gross =
    row.gross === row.open
      ? ''
      : `<div class="q-soft" style="${SMALL};white-space:normal">${escapeHtml(`${head.gross} ${row.gross}`)}</div>`;
  const late = row.isLate ? ` class="q-late" style="${SMALL};color:${LATE}"` : ` class="q-soft" style="${SMALL}"`;
  return `<tr>
<td class="q-ink q-line" style="${cell('left', `${FONT};font-size:15px;line-height:21px;color:${INK};word-break:break-word`)}"><strong>${escapeHtml(row.number)}</strong><div class="q-soft" style="${SMALL}">${facts}</div></td>
<td class="q-ink q-line" style="${cell('left', `${AMOUNT};padding-left:12px`)}">${escapeHtml(row.dueOn)}<div${late}>${escapeHtml(row.lateText)}</div></td>
<td class="q-ink q-line" align="right" style="${cell('right', AMOUNT)}">${escapeHtml(row.open)}${gross}</td>
</tr>`;
}

function sumRow(sum: SumRow): string {
  const weight = sum.strong ? 'font-weight:700;font-size:17px' : 'font-weight:400';
  const detail = sum.detail
    ? `<div class="q-soft" style="${SMALL};font-weight:400">${escapeHtml(sum.detail)}</div>`
    : '';
  return `<tr>
<td colspan="2" class="q-ink" style="${FONT};font-size:15px;line-height:21px;color:${INK};${weight};padding:8px 0 0 0;text-align:left">${escapeHtml(sum.label)}${detail}</td>
<td class="q-ink" align="right" style="${AMOUNT};${weight};padding:8px 0 0 12px;text-align:right;vertical-align:top">${escapeHtml(sum.amount)}</td>
</tr>`;
}

/** The table of a checked view. */
export function invoiceTableHtml(view: MessageView): string {
  const table = renderInvoiceTable(view);
  const notes = table.notes.map(
    (note) => `<p class="q-soft" style="${SMALL};margin:10px 0 0 0;color:${SOFT}">${escapeHtml(note)}</p>`,
  );
  const rows = table.rows.map((row) => bodyRow(row, table)).join('');
  return `<table width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;border-collapse:collapse;margin:4px 0 0 0"><thead>${headRow(table)}</thead><tbody>${rows}${table.sums.map(sumRow).join('')}</tbody></table>${notes.join('')}`;
}
