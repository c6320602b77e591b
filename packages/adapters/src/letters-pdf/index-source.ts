// Index source: the Typst of the pages in front of a print batch: what was printed, for whom, where it starts, how it travels.

/** One letter in the index. */
export type IndexRow = Readonly<{
  rank: number;
  reference: string;
  customer: string;
  address: string;
  mail: string;
  registered: boolean;
  pages: number;
  firstPage: number;
}>;

export type IndexModel = Readonly<{ title: string; language: 'fr' | 'en'; rows: readonly IndexRow[] }>;

export const INDEX_SOURCE = `
#let d = json(bytes(sys.inputs.sheet))
#let soft = rgb("#5b6675")
#let rule = rgb("#c9d0da")
#let fr = d.language == "fr"
#set document(title: d.title, date: none)
#set text(font: "Lato", size: 9pt, lang: d.language, fill: rgb("#1b2330"), hyphenate: false)
#set page(paper: "a4", margin: 18mm, footer: context align(right, text(size: 8pt, fill: soft,
  str(counter(page).get().first()) + "/" + str(counter(page).final().first()))))
#text(size: 14pt, weight: "bold", d.title)
#let registered = d.rows.filter(r => r.registered).len()
#let pages = d.rows.map(r => r.pages).sum(default: 0)
#text(fill: soft, if fr {
  str(d.rows.len()) + " courriers, dont " + str(registered) + " recommandés · " + str(pages) + " pages"
} else {
  str(d.rows.len()) + " letters, " + str(registered) + " registered · " + str(pages) + " pages"
})
#let head(label) = text(size: 8pt, weight: "bold", fill: soft, label)
#table(
  columns: (auto, 1fr, 1.2fr, auto, auto, auto),
  align: (right, left, left, left, right, right),
  inset: (x: 4pt, y: 4pt),
  stroke: (x, y) => (bottom: (if y == 0 { 0.8pt } else { 0.4pt }) + rule),
  table.header(..(if fr { ("N°", "Client", "Adresse", "Envoi", "Pages", "À la page") }
    else { ("No.", "Customer", "Address", "Mail", "Pages", "On page") }).map(head)),
  ..d.rows.map(r => (
    str(r.rank),
    block(breakable: false, { strong(r.customer); linebreak(); text(size: 7.5pt, fill: soft, r.reference) }),
    r.address, if r.registered { strong(r.mail) } else { r.mail }, str(r.pages), str(r.firstPage),
  )).flatten(),
)
`;
