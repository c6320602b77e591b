// Pages of the guide, as Markdown, each fetched when first read; their pictures, as addresses. Both are gathered when the application is built.

const TEXTS = import.meta.glob<string>('../../../../../docs/guide/*.md', { query: '?raw', import: 'default' });
const PICTURES = import.meta.glob<string>('../../../../../docs/{guide,images}/**/*.{png,svg,jpg,webp}', {
  query: '?url',
  import: 'default',
  eager: true,
});

const nameOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.md$/, '');

const texts = new Map(Object.entries(TEXTS).map(([path, load]) => [nameOf(path), load]));
const pictures = new Map(Object.entries(PICTURES).map(([path, url]) => [nameOf(path), url]));

/** The page that lists the others. */
export const FIRST_PAGE = 'README';

/** In the order in which one learns; a page that is not here comes after. */
const ORDER = [
  FIRST_PAGE,
  'premiers-pas',
  'importer',
  'encaissements',
  'relancer',
  'appeler',
  'imprimer',
  'client',
  'facture',
  'corriger-une-adresse',
  'balance-agee',
  'tableau-de-bord',
  'scenarios',
  'modeles',
  'parametres',
  'utilisateurs',
  'passer-en-reel',
  'journal',
  'raccourcis',
];

const placeOf = (page: string): number => (ORDER.includes(page) ? ORDER.indexOf(page) : ORDER.length);

/** Names of the pages there are. */
export const PAGES: readonly string[] = [...texts.keys()].sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));

/** The Markdown of a page; undefined where there is none of that name. */
export const loadPage = (page: string): Promise<string | undefined> =>
  texts.get(page)?.() ?? Promise.resolve(undefined);

/** The address of a picture by the end of its path; undefined where there is none. */
export const pictureOf = (path: string): string | undefined => pictures.get(nameOf(path));
