// Letter source: the Typst of a reminder or formal notice, after the sheet.
import { SHEET_SOURCE } from './sheet-source.ts';

export const LETTER_SOURCE = `${SHEET_SOURCE}
#let runs(items) = items.map(r => if r.bold { strong(r.text) } else { text(r.text) }).join()
#let paragraph(b) = par(b.lines.map(runs).join(linebreak()))

#let invoices() = {
  let t = d.table
  let cells = t.rows.map(r => (
    block(breakable: false, {
      text(weight: "bold", r.number)
      if r.orderRef != none { linebreak(); text(size: 8pt, fill: soft, t.head.orderRef + " " + r.orderRef) }
    }),
    r.issuedOn, r.dueOn, r.late, money(r.gross), money(r.open),
  )).flatten()
  set text(size: 9pt)
  table(
    // Fixed widths: automatic ones cost a third of the whole letter in measuring.
    columns: (1fr, 21mm, 23mm, 20mm, 28mm, 25mm),
    align: (left, left, left, left, right, right),
    inset: (x, y) => (left: if x == 0 { 0pt } else { 5pt }, right: if x == 5 { 0pt } else { 5pt }, y: 4.2pt),
    stroke: (x, y) => (bottom: (if y == 0 { 0.8pt } else { 0.4pt }) + rule),
    table.header(head(t.head.number), head(t.head.issuedOn), head(t.head.dueOn), head(t.head.late),
      head(t.head.gross, at: right), head(t.head.open, at: right)),
    ..cells,
  )
  block(breakable: false, width: 100%, above: 5pt, {
    for s in t.sums {
      let weight = if s.strong { "bold" } else { "regular" }
      let size = if s.strong { 11pt } else { 9pt }
      block(above: 6pt, below: 6pt, grid(columns: (1fr, 32mm), column-gutter: 6mm, align: bottom,
        align(right, { text(weight: weight, size: size, s.label); if s.detail != none { text(size: 8pt, fill: soft, "  " + s.detail) } }),
        align(right, text(weight: weight, size: size, money(s.amount)))))
    }
    for n in t.notes { text(size: 8pt, fill: soft, n) }
  })
}

#let payment() = block(breakable: false, fill: panel, inset: (x: 4mm, y: 3.2mm), radius: 1.5mm, width: 100%, {
  let p = d.payment
  set text(size: 9pt)
  let facts = {
    text(weight: "bold", size: 10pt, p.title)
    v(0.5mm)
    grid(columns: (31mm, 1fr), column-gutter: 4mm, row-gutter: 1.6mm,
      ..p.facts.map(f => (text(fill: soft, f.label), if f.code { money(f.value) } else { f.value })).flatten(),
      ..if p.link != none { (text(fill: soft, p.link.label), link(p.link.url, text(p.link.url))) } else { () })
  }
  if p.qr == none { facts } else {
    grid(columns: (1fr, 34mm), column-gutter: 5mm, facts, align(center, {
      block(fill: white, inset: 2.5mm, below: 1.5mm, image(bytes(p.qr), format: "svg", width: 25mm))
      set par(leading: 0.4em)
      text(size: 6.5pt, fill: soft, p.caption)
    }))
  }
})

#let draw(b) = {
  if b.kind == "paragraph" { paragraph(b) }
  else if b.kind == "list" { list(..b.items.map(runs)) }
  else if b.kind == "invoices" { invoices() }
  else { payment() }
}

// The closing words never part from the signature, nor leave the paragraph before them alone on the page.
#let closing = {
  let kept = 0
  for b in d.blocks.rev() {
    if kept == 2 or (b.kind != "paragraph" and b.kind != "list") { break }
    kept += 1
  }
  kept
}
#for b in d.blocks.slice(0, d.blocks.len() - closing) { draw(b) }
#block(breakable: false, width: 100%, {
  for b in d.blocks.slice(d.blocks.len() - closing) { draw(b) }
  pad(left: mm(g.addressX) - 20mm, {
    for (i, line) in d.signature.enumerate() {
      if i == 0 { strong(line) } else { linebreak(); text(size: 9pt, line) }
    }
    if d.signed != none { linebreak(); image(bytes(d.signed), format: "svg", height: 16mm, width: 55mm, fit: "contain") }
    v(if d.signed != none { 3mm } else if d.attachments == none { 13mm } else { 9mm })
  })
  if d.attachments != none { text(size: 8.5pt, fill: soft, d.attachments) }
})
`;
