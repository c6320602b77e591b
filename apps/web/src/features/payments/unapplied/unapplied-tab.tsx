// Unapplied tab: money that came and settles nothing yet, by age, with the customer it belongs to and the way to apply it.
import '../words.ts';
import { Button } from '@mantine/core';
import { type PaymentView, payments, unappliedAge } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { Amount, DayText } from '@quittance/ui/values';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { sayCode, useWords } from '../../../i18n/index.ts';
import { Answer, SearchBox } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { type Column, DataTable, NoMatch, Pager } from '../../../table/index.ts';
import { ExportMenu } from '../../../views/index.ts';
import { Ages } from '../../cash/ages.tsx';

const ApplyPayment = lazy(() => import('../deeds/apply-payment.tsx').then((m) => ({ default: m.ApplyPayment })));
const PaymentDrawer = lazy(() => import('../customer/payment-drawer.tsx').then((m) => ({ default: m.PaymentDrawer })));

const route = getRouteApi('/shell/cash');
const PAGE_SIZE = 100;

function useColumns(onApply: (payment: PaymentView) => void): Column<PaymentView>[] {
  const { t } = useWords('payments');
  const may = useMay();
  return [
    {
      key: 'customer',
      title: t('column.customer'),
      sort: 'customer',
      isName: true,
      cell: ({ customerId, customerName }) => (
        <Link to="/customers/$customerId" params={{ customerId: String(customerId) }} className="q-nowrap">
          {customerName}
        </Link>
      ),
    },
    { key: 'on', title: t('column.on'), sort: 'on', cell: ({ on }) => <DayText day={on} /> },
    { key: 'age', title: t('column.age'), numeric: true, cell: ({ ageDays }) => t('ageDays', { count: ageDays }) },
    {
      key: 'what',
      title: t('column.what'),
      hideOnPhone: true,
      cell: ({ method, reference, origin }) => {
        const how = sayCode(t, `method.${method}`, 'words:nothing');
        // A reference often begins with the means already.
        return [reference.startsWith(how) ? '' : how, reference, t(`origin.${origin}`)].filter(Boolean).join(' · ');
      },
    },
    {
      key: 'cents',
      title: t('amount'),
      sort: 'cents',
      numeric: true,
      cell: ({ cents, currency }) => <Amount cents={cents} currency={currency} />,
    },
    {
      key: 'open',
      title: t('column.open'),
      sort: 'open',
      numeric: true,
      cell: ({ openCents, currency }) => <Amount cents={openCents} currency={currency} strong />,
    },
    {
      key: 'deeds',
      title: t('column.deeds'),
      cell: (payment) =>
        may('allocation.write') ? (
          <Button size="compact-sm" variant="default" onClick={() => onApply(payment)}>
            {t('deed.apply')}
          </Button>
        ) : null,
    },
  ];
}

/** The tab; a row opens the payment. */
export function UnappliedTab() {
  const { t } = useWords('payments');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/cash' });
  const [applying, setApplying] = useState<PaymentView | null>(null);
  const [opened, setOpened] = useState<PaymentView | null>(null);
  const age = unappliedAge.options.find((one) => one === search.age);
  const sort = (search.sort ?? '-on') as '-on';
  const query = { view: 'unapplied' as const, size: PAGE_SIZE, page: search.page, search: search.search, age, sort };
  const answer = useRead(payments.list, { query }, { keep: true });
  const columns = useColumns(setApplying);
  const narrow = (change: Readonly<{ search?: string | undefined; age?: string | undefined }>) =>
    void navigate({ search: ({ page: _, ...old }) => ({ ...old, ...change }) as typeof search, replace: true });
  return (
    <>
      <Ages
        label={t('unapplied.ages')}
        of={unappliedAge.options.map((one) => {
          const held = answer.data?.ages.find((each) => each.age === one);
          const sums = held && answer.data ? [{ cents: held.openCents, currency: answer.data.currency }] : [];
          return { age: one, word: t(`age.${one}`), count: held?.count ?? 0, sums };
        })}
        age={age}
        onAge={(chosen) => narrow({ age: chosen })}
      />
      <div className="q-cashfilters">
        <SearchBox value={search.search} placeholder={t('search')} onSearch={(text) => narrow({ search: text })} />
        <ExportMenu route={payments.export} search={{ view: 'unapplied', search: search.search, age, sort }} />
      </div>
      <Answer of={answer}>
        {(list) =>
          list.total === 0 ? (
            age || search.search ? (
              <NoMatch />
            ) : (
              <EmptyState title={t('unapplied.empty')}>{t('unapplied.emptyHint')}</EmptyState>
            )
          ) : (
            <>
              <DataTable
                label={t('unapplied.title')}
                rows={list.items}
                columns={columns}
                rowKey={({ paymentId }) => String(paymentId)}
                sort={sort}
                onSort={(next) => void navigate({ search: (old) => ({ ...old, sort: next }), replace: true })}
                onOpen={setOpened}
                isStale={answer.isPlaceholderData}
              />
              <Pager of={list} onPage={(page) => void navigate({ search: (old) => ({ ...old, page }) })} />
            </>
          )
        }
      </Answer>
      <Suspense fallback={null}>
        {applying && (
          <ApplyPayment
            paymentId={applying.paymentId}
            customerName={applying.customerName}
            onClose={() => setApplying(null)}
          />
        )}
        {opened && <PaymentDrawer paymentId={opened.paymentId} onClose={() => setOpened(null)} isElsewhere />}
      </Suspense>
    </>
  );
}
