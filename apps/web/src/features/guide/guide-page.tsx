// Guide page: the user guide inside the application: its pages on one side, the page in hand with its contents on the other.
import './words.ts';
import './guide.css';
import { Button } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { EmptyState } from '@quittance/ui/states';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useRouter } from '@tanstack/react-router';
import { type MouseEvent, type ReactNode, useMemo } from 'react';
import { useWords } from '../../i18n/index.ts';
import { Answer } from '../../page/index.ts';
import { FIRST_PAGE, loadPage, PAGES, pictureOf } from './pages.ts';
import { type Heading, renderPage } from './render-page.ts';

const TITLE = /^#\s+(.+)$/m;
const titleOf = (markdown: string): string => TITLE.exec(markdown)?.[1] ?? '';

/** Titles of all pages; they are small, and fetched once. */
const useTitles = () =>
  useQuery({
    queryKey: ['guide-titles'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const texts = await Promise.all(PAGES.map(loadPage));
      return new Map(PAGES.map((page, index) => [page, titleOf(texts[index] ?? '')]));
    },
  });

function PageLink({ page, isHere, children }: Readonly<{ page: string; isHere: boolean; children: ReactNode }>) {
  const current = isHere ? 'page' : undefined;
  if (page === FIRST_PAGE)
    return (
      <Link to="/guide" aria-current={current}>
        {children}
      </Link>
    );
  return (
    <Link to="/guide/$page" params={{ page }} aria-current={current}>
      {children}
    </Link>
  );
}

function PageList({ page }: Readonly<{ page: string }>) {
  const { t } = useWords('guide');
  const titles = useTitles().data;
  return (
    <nav className="q-guide-pages" aria-label={t('pages')}>
      <ul>
        {PAGES.map((one) => (
          <li key={one}>
            <PageLink page={one} isHere={one === page}>
              {one === FIRST_PAGE ? t('first') : (titles?.get(one) ?? one)}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Contents({ of }: Readonly<{ of: readonly Heading[] }>) {
  const { t } = useWords('guide');
  const parts = of.filter(({ depth }) => depth === 2);
  if (parts.length < 2) return null;
  return (
    <nav className="q-guide-contents" aria-label={t('contents')}>
      <strong>{t('contents')}</strong>
      <ul>
        {parts.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Links of the text that stay in the application are followed by its router. */
function useFollow() {
  const router = useRouter();
  return (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href');
    if (!href?.startsWith('/') || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void router.navigate({ href });
  };
}

function Text({ markdown }: Readonly<{ markdown: string }>) {
  const { html, headings } = useMemo(() => renderPage(markdown, { picture: pictureOf }), [markdown]);
  const follow = useFollow();
  useDocumentTitle(`${titleOf(markdown)} – Quittance`);
  return (
    <div className="q-guide-text" lang="fr">
      <Contents of={headings} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: only links inside are followed, and a key clicks them */}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: renderPage lets no HTML of the text through */}
      <article onClick={follow} dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  );
}

function NoSuchPage() {
  const { t } = useWords('guide');
  const action = (
    <Button component={Link} to="/guide" variant="default">
      {t('missing.go')}
    </Button>
  );
  return (
    <EmptyState title={t('missing.title')} action={action}>
      {t('missing.hint')}
    </EmptyState>
  );
}

/** The screen. */
export function GuidePage() {
  const { page = FIRST_PAGE } = useParams({ strict: false }) as { page?: string };
  const text = useQuery({
    queryKey: ['guide', page],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await loadPage(page)) ?? null,
  });
  return (
    <div className="q-guide">
      <PageList page={page} />
      <Answer of={text}>{(markdown) => (markdown === null ? <NoSuchPage /> : <Text markdown={markdown} />)}</Answer>
    </div>
  );
}
