// Statement source: the Typst of a statement of account, after the sheet.
import { SHEET_SOURCE } from './sheet-source.ts';

export const STATEMENT_SOURCE = `${SHEET_SOURCE}
#set text(size: 9pt)
#let wide(label, amount) = (table.cell(colspan: 5, strong(label)), table.cell(align: right, strong(money(amount))))
#table(
  columns: (auto, 1fr, auto, auto, auto, auto),
  align: (left, left, left, right, right, right),
  inset: (x, y) => (left: if x == 0 { 0pt } else { 5pt }, right: if x == 5 { 0pt } else { 5pt }, y: 4.2pt),
  stroke: (x, y) => (bottom: (if y == 0 { 0.8pt } else { 0.4pt }) + rule),
  table.header(head(d.head.on), head(d.head.what), head(d.head.due), head(d.head.debit, at: right),
    head(d.head.credit, at: right), head(d.head.balance, at: right)),
  ..wide(d.opening.label, d.opening.amount),
  ..d.rows.map(r => (
    r.on,
    block(breakable: false, {
      r.what
      if r.label != "" { linebreak(); text(size: 8pt, fill: soft, r.label) }
    }),
    r.due, money(r.debit), money(r.credit), money(r.balance),
  )).flatten(),
)
#block(breakable: false, width: 100%, above: 8pt, align(right, {
  text(size: 11pt, weight: "bold", d.closing.label + "   " + d.closing.amount)
  linebreak()
  text(size: 9pt, fill: soft, d.closing.meaning)
}))
`;
