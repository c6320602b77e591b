// No match: filters that leave nothing say so, and how to get rows back.
import { EmptyState } from '@quittance/ui/states';
import { useWords } from '../i18n/index.ts';

/** Shown where a search or a filter finds nothing. */
export function NoMatch() {
  const { t } = useWords();
  return <EmptyState title={t('list.noMatch')}>{t('list.noMatchHint')}</EmptyState>;
}
