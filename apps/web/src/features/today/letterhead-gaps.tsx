// Letterhead gaps: what a formal notice should not leave without, said before one is approved, with the way to mend it.
import { companies } from '@quittance/contracts/api';
import type { CompanyId } from '@quittance/core/kernel';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useCompany, useMay } from '../../session/index.ts';

/** A part of the letterhead that is missing. */
export type Gap = 'address' | 'iban';

const NONE: readonly Gap[] = [];

/** What the letterhead of the company in view lacks; nothing while it is not known. */
export function useLetterheadGaps(): readonly Gap[] {
  const company = useCompany();
  const may = useMay();
  const { data } = useRead(
    companies.get,
    { params: { companyId: (company?.companyId ?? 0) as CompanyId } },
    { enabled: company !== null && may('company.read') },
  );
  return data?.letterheadGaps ?? NONE;
}

/** The sentence and the link; nothing where nothing is missing. */
export function GapNote({ gaps, className }: Readonly<{ gaps: readonly Gap[]; className?: string }>) {
  const { t } = useWords('today');
  if (gaps.length === 0) return null;
  const missing = gaps.map((gap) => t(`gap.${gap}`)).join(t('gap.and'));
  return (
    <div className={className}>
      {t('gap.said', { missing })} <Link to="/settings/company">{t('gap.go')}</Link>
    </div>
  );
}
