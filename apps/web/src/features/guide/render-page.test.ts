// The guide's Markdown: what is let through, and where its links lead.
import { expect, test } from 'vitest';
import { renderPage } from './render-page.ts';

const html = (markdown: string) =>
  renderPage(markdown, { picture: (path) => (path.endsWith('fiche.png') ? '/assets/fiche-1.png' : undefined) }).html;

test.each([
  { says: 'raw HTML is shown as text', markdown: '<script>alert(1)</script>', without: '<script' },
  { says: 'raw HTML inside a line too', markdown: 'a <img src=x onerror=alert(1)> b', without: '<img' },
  { says: 'a script address is no link', markdown: '[a](javascript:alert(1))', without: 'href' },
  { says: 'an address without a scheme of another host is no link', markdown: '[a](//evil.example)', without: 'href' },
  { says: 'a picture from elsewhere is not fetched', markdown: '![a](https://evil.example/x.png)', without: '<img' },
  { says: 'a quote does not leave its attribute', markdown: '[a](/x"onclick="y)', without: '"onclick' },
])('$says', ({ markdown, without }) => expect(html(markdown)).not.toContain(without));

test.each([
  { markdown: '[a](importer.md)', with: 'href="/guide/importer"' },
  { markdown: '[a](./README.md#bon)', with: 'href="/guide#bon"' },
  { markdown: '[a](/imports)', with: 'href="/imports"' },
  { markdown: '[a](https://quittance.example)', with: 'rel="noopener noreferrer"' },
  { markdown: '![Une fiche](images/fiche.png)', with: '<img src="/assets/fiche-1.png" alt="Une fiche"' },
])('$markdown gives $with', ({ markdown, with: part }) => expect(html(markdown)).toContain(part));

test('headings are told, with an id that can be linked to', () => {
  const { headings } = renderPage('# Relancer\n\n## L’écran *Aujourd’hui*', { picture: () => undefined });
  expect(headings).toEqual([
    { id: 'relancer', text: 'Relancer', depth: 1 },
    { id: 'l-ecran-aujourd-hui', text: 'L’écran Aujourd’hui', depth: 2 },
  ]);
});
