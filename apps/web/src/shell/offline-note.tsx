// Offline note: said as long as the browser knows of no network.
import { useNetwork } from '@mantine/hooks';
import { useWords } from '../i18n/index.ts';

/** Nothing is drawn while there is a network. */
export function OfflineNote() {
  const { t } = useWords('shell');
  const { online } = useNetwork();
  if (online) return null;
  return (
    <div className="q-banner" role="status">
      {t('offline')}
    </div>
  );
}
