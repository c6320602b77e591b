// Render page: a page of the guide from Markdown to HTML. Raw HTML in it is shown as text, never let through; links and pictures lead
// only where the guide may lead.
import { Marked, type Tokens } from 'marked';

/** How links and pictures are found. */
export type Places = Readonly<{
  /** The address of a picture, or undefined where there is none. */
  picture: (path: string) => string | undefined;
}>;

/** A heading of the page, for its table of contents. */
export type Heading = Readonly<{ id: string; text: string; depth: number }>;

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const idOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const GUIDE_PAGE = /^(?:\.\/)?([\w-]+)\.md(#[\w-]*)?$/;

/** Where a link leads: another page, a place of this page, a screen, or elsewhere over https; null is no link at all. */
function addressOf(href: string): { href: string; isOutside: boolean } | null {
  const [, page, place = ''] = GUIDE_PAGE.exec(href) ?? [];
  if (page) return { href: page === 'README' ? `/guide${place}` : `/guide/${page}${place}`, isOutside: false };
  if (href.startsWith('#') || /^\/(?!\/)/.test(href)) return { href, isOutside: false };
  return /^https:\/\//.test(href) ? { href, isOutside: true } : null;
}

/** HTML of a page, safe to be set, with its headings. */
export function renderPage(markdown: string, { picture }: Places): { html: string; headings: readonly Heading[] } {
  const headings: Heading[] = [];
  const marked = new Marked({ gfm: true, async: false });
  marked.use({
    renderer: {
      html: ({ text }: Tokens.HTML | Tokens.Tag) => escapeHtml(text),
      heading({ tokens, depth, text }: Tokens.Heading) {
        const id = idOf(text);
        headings.push({ id, text: text.replace(/[*_`]/g, ''), depth });
        return `<h${depth} id="${id}" tabindex="-1">${this.parser.parseInline(tokens)}</h${depth}>`;
      },
      link({ href, tokens }: Tokens.Link) {
        const inner = this.parser.parseInline(tokens);
        const to = addressOf(href);
        if (!to) return inner;
        return `<a href="${escapeHtml(to.href)}"${to.isOutside ? ' target="_blank" rel="noopener noreferrer"' : ''}>${inner}</a>`;
      },
      image({ href, text }: Tokens.Image) {
        const src = picture(href);
        return src ? `<img src="${escapeHtml(src)}" alt="${escapeHtml(text)}" loading="lazy">` : escapeHtml(text);
      },
      table(token: Tokens.Table) {
        const cells = (row: Tokens.TableCell[], tag: string) =>
          row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('');
        const rows = token.rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('');
        return `<div class="q-guide-table" tabindex="0"><table><thead><tr>${cells(token.header, 'th')}</tr></thead><tbody>${rows}</tbody></table></div>`;
      },
    },
  });
  return { html: marked.parse(markdown) as string, headings };
}
