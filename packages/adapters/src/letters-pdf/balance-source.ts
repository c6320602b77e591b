// Balance source: the Typst of the printed aged balance, A4 landscape. Every row has one line of the same height, so that pages hold
// what the model gave them. Data arrives as JSON and is only ever shown as text.

export const BALANCE_SOURCE = `
#let d = json(bytes(sys.inputs.sheet))
#let ink = rgb("#1b2330")
#let soft = rgb("#5b6675")
#let rule = rgb("#c9d0da")
#let panel = rgb("#f3f5f8")
#set document(title: d.title, author: d.company, date: none)
#set text(font: "Lato", size: d.size * 1pt, lang: d.language, fill: ink, hyphenate: false, number-type: "lining")
#set page(
  paper: "a4", flipped: true,
  margin: (left: 14mm, right: 14mm, top: 25mm, bottom: 14mm),
  header: {
    grid(columns: (1fr, auto), align: (left + bottom, right + bottom),
      { text(size: 13pt, weight: "bold", d.title); linebreak(); text(size: 8pt, fill: soft, d.subtitle) },
      text(size: 10pt, weight: "bold", d.company))
    v(-2pt)
  },
  footer: context {
    set text(size: 7.5pt, fill: soft)
    grid(columns: (1fr, auto), d.company + " · " + d.title,
      str(counter(page).get().first()) + "/" + str(counter(page).final().first()))
  },
)
#let columns = if d.grouped { (1fr, 16mm) } else { (24mm, 1fr) }
#let money(value) = text(number-width: "tabular", value)
#let cells(l, bold: false) = {
  let dress(value) = if bold { strong(value) } else { value }
  (..l.texts.map(t => dress(t)), ..l.amounts.enumerate().map(((i, a)) => dress(money(if i == l.amounts.len() - 1 { strong(a) } else { a }))),
    text(fill: soft, money(l.held)))
}
#let sheet(p, last) = table(
  columns: (..columns, ..d.heads.amounts.map(_ => d.amountWidth * 1mm), d.amountWidth * 1mm),
  align: (x, y) => if x == 0 or (x == 1 and not d.grouped) { left + horizon } else { right + horizon },
  rows: (auto, 5.1mm),
  inset: (x: 2pt, y: 0pt),
  stroke: (x, y) => (bottom: 0.3pt + rule),
  table.header(..(..d.heads.texts, ..d.heads.amounts, d.heads.held).enumerate().map(((i, h)) => table.cell(
    inset: (x: 2pt, y: 3pt), stroke: (bottom: 0.9pt + ink),
    text(size: d.size * 1pt - 0.5pt, weight: "bold", fill: soft, h)))),
  ..if p.carried != none { cells(p.carried).map(c => table.cell(fill: panel, emph(c))) } else { () },
  ..p.rows.map(r => cells(r)).flatten(),
  ..if p.forward != none { cells(p.forward).map(c => table.cell(fill: panel, emph(c))) } else { () },
  ..if last { cells(d.total, bold: true).map(c => table.cell(fill: panel, stroke: (top: 0.9pt + ink, bottom: 0.9pt + ink), c)) } else { () },
)
#for (i, p) in d.pages.enumerate() {
  if i > 0 { pagebreak() }
  sheet(p, i == d.pages.len() - 1)
}
#for n in d.notes { block(above: 4mm, text(size: 8.5pt, n)) }
`;
