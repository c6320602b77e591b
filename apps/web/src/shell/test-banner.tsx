// Test banner: as long as nothing really leaves, every screen says so.
import { companies } from '@quittance/contracts/api';
import type { CompanyId } from '@quittance/core/kernel';
import { Link } from '@tanstack/react-router';
import { useRead } from '../api/index.ts';
import { useWords } from '../i18n/index.ts';
import { useCompany, useMay } from '../session/index.ts';

/** Nothing is drawn once the company is live. */
export function TestBanner() {
  const { t } = useWords('shell');
  const company = useCompany();
  const may = useMay();
  const view = useRead(companies.list, undefined, { enabled: company !== null });
  const state = view.data?.items.find(({ companyId }) => companyId === (company?.companyId as CompanyId));
  if (!state?.testMode) return null;
  const live = state.liveSegments.map((segment) => segment || t('test.noSegment'));
  const title = live.length > 0 ? t('test.some', { segments: live.join(', ') }) : t('test.title');
  return (
    <div className="q-note q-test-note" role="note">
      <strong title={title}>{title}</strong>
      <span className="q-wide">{t(live.length > 0 ? 'test.someHint' : 'test.hint')}</span>
      {may('company.go_live') && <Link to="/settings/channels">{t('test.link')}</Link>}
    </div>
  );
}
