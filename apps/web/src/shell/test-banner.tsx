// Test banner: as long as nothing really leaves, every screen says so, from the moment it is drawn: the session knows.
import { Link } from '@tanstack/react-router';
import { useWords } from '../i18n/index.ts';
import { useCompany, useMay } from '../session/index.ts';

/** Nothing is drawn once the company is live. */
export function TestBanner() {
  const { t } = useWords('shell');
  const company = useCompany();
  const may = useMay();
  if (!company?.testMode) return null;
  const live = company.liveSegments.map((segment) => segment || t('test.noSegment'));
  const title = live.length > 0 ? t('test.some', { segments: live.join(', ') }) : t('test.title');
  return (
    <div className="q-note q-test-note" role="note">
      <strong title={title}>{title}</strong>
      <span className="q-wide">{t(live.length > 0 ? 'test.someHint' : 'test.hint')}</span>
      {may('company.go_live') && <Link to="/settings/channels">{t('test.link')}</Link>}
    </div>
  );
}
