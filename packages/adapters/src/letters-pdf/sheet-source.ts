// Sheet source: the Typst of what letters and statements share: page, window address, fold marks, foot, page numbers.
// Data arrives as JSON in `sys.inputs.sheet` and is only ever shown as text: nothing in it is read as Typst markup.

export const SHEET_SOURCE = String.raw`
#let d = json(bytes(sys.inputs.sheet))
#let ink = rgb("#1b2330")
#let soft = rgb("#5b6675")
#let rule = rgb("#c9d0da")
#let panel = rgb("#f3f5f8")
#let g = d.geometry
#let mm(n) = n * 1mm

#set document(title: d.subject, author: d.sender.at(0), date: none)
#set text(font: "Lato", size: 9.6pt, lang: d.language, fill: ink, hyphenate: false, number-type: "lining")
#set par(leading: 0.62em, spacing: 1.05em, justify: false)
#set page(
  paper: "a4",
  margin: (left: 20mm, right: 20mm, top: 24mm, bottom: 23mm),
  header: context {
    if counter(page).get().first() > 1 {
      set text(size: 8pt, fill: soft)
      grid(columns: (1fr, auto), d.sender.at(0) + " · " + d.reference, d.placeAndDay)
      v(-6pt)
      line(length: 100%, stroke: 0.4pt + rule)
    }
  },
  footer: context {
    set text(size: 7pt, fill: soft)
    set par(leading: 0.5em)
    line(length: 100%, stroke: 0.4pt + rule)
    v(-4pt)
    grid(columns: (1fr, auto), column-gutter: 8mm, d.footer,
      text(size: 8pt, str(counter(page).get().first()) + "/" + str(counter(page).final().first())))
  },
  background: context {
    if counter(page).get().first() == 1 {
      for y in (99mm, 198mm) { place(top + left, dx: 4mm, dy: y, line(length: 4mm, stroke: 0.4pt + rule)) }
    }
  },
)

// Placed from the sheet's corner, whatever the margins.
#let at(x, y, width, body) = place(top + left, dx: x - 20mm, dy: y - 24mm, block(width: width, body))

#if d.logo != none { at(20mm, 9mm, 60mm, image(bytes(d.logo), format: "svg", height: 13mm, width: 60mm, fit: "contain")) }
#at(20mm, if d.logo == none { 18mm } else { 24mm }, 80mm, {
  text(size: 12pt, weight: "bold", d.sender.at(0))
  for line in d.sender.slice(1) { linebreak(); text(size: 9pt, line) }
})
#at(mm(g.addressX), mm(g.addressY), mm(g.addressWidth), {
  set par(leading: 0.5em)
  text(size: 10.5pt, d.address.join("\n"))
})
#if d.registered != none { at(20mm, mm(g.addressY) + 12mm, 80mm, text(weight: "bold", size: 9.5pt, d.registered)) }
#v(mm(g.bodyY) - 24mm)
#grid(columns: (mm(g.addressX) - 20mm, 1fr), text(size: 9pt, fill: soft, d.reference), d.placeAndDay)
#v(3mm)
#block(text(weight: "bold", size: 11pt, d.subject))
#v(1mm)

#let head(label, at: left) = table.cell(align: at, text(size: 8.5pt, weight: "bold", fill: soft, label))
#let money(value) = text(number-width: "tabular", value)
`;
