// Portfolio badge: a reader narrowed to a part of the customers sees that it is a part, and how many they are.

import { customers } from '@quittance/contracts/api';
import { NumberText } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { UsersRound } from 'lucide-react';
import { useRead } from '../api/index.ts';
import { useWords } from '../i18n/index.ts';
import { useCompany, useMay, useSession } from '../session/index.ts';

const ICON = 14;

/** Nothing is drawn for those who see everything. */
export function PortfolioBadge() {
  const { t } = useWords('shell');
  const portfolio = useSession().data?.current?.portfolio ?? null;
  const company = useCompany();
  const may = useMay();
  const isNarrowed = portfolio !== null && company !== null && may('ledger.read');
  const { data } = useRead(customers.list, { query: { size: 1 } }, { enabled: isNarrowed });
  if (!isNarrowed || !data) return null;
  const of = portfolio.segments.map((segment) => segment || t('test.noSegment'));
  const made = [...(portfolio.own ? [t('portfolio.own')] : []), ...of].join(', ');
  return (
    <Link
      to="/customers"
      className="q-header-portfolio"
      aria-label={t('portfolio.said', { count: data.total })}
      title={made}
    >
      <UsersRound size={ICON} aria-hidden />
      <span>{t('portfolio.title')}</span>
      <b>
        <NumberText value={data.total} />
      </b>
    </Link>
  );
}
