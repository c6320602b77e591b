// Effect view: what a change does to open receivables, in figures and on examples.
import { List, Text } from '@mantine/core';
import type { LadderEffect } from '@quittance/contracts/api';
import { Link } from '@tanstack/react-router';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { type Column, DataTable } from '../../../table/index.ts';

type Move = LadderEffect['examples'][number];
const KINDS = ['ended', 'earlier', 'other', 'added', 'later', 'same'] as const;

function useMoveColumns(): Column<Move>[] {
  const { t } = useWords('scenarios');
  const { day } = useFormats();
  const stepWords = (move: Move['before']) =>
    move
      ? t('effect.step', { what: t(`words:tone.${move.tone}`), way: t(`by.${move.channel}`), day: day(move.on) })
      : t('effect.nothing');
  return [
    {
      key: 'invoice',
      title: t('effect.invoice'),
      isName: true,
      cell: ({ invoiceNumber, customerId, customerName }) => (
        <>
          {invoiceNumber} ·{' '}
          <Link to="/customers/$customerId" params={{ customerId: String(customerId) }} target="_blank">
            {customerName}
          </Link>
        </>
      ),
    },
    { key: 'what', title: t('effect.what'), cell: ({ kind }) => t(`effect.kind.${kind}`) },
    { key: 'before', title: t('effect.before'), cell: ({ before }) => stepWords(before) },
    { key: 'after', title: t('effect.after'), cell: ({ after }) => stepWords(after) },
  ];
}

/** Figures first, then up to fifty examples. */
export function EffectView({ of }: Readonly<{ of: LadderEffect }>) {
  const { t } = useWords('scenarios');
  const columns = useMoveColumns();
  const changed = of.receivables - (of.counts.same ?? 0);
  return (
    <section aria-label={t('effect.title')}>
      <Text fw={500}>
        {of.receivables === 0 ? t('effect.nobody') : t('effect.lead', { count: changed, all: of.receivables })}
      </Text>
      {of.receivables > 0 && (
        <List size="sm" my="xs">
          {KINDS.filter((kind) => of.counts[kind]).map((kind) => (
            <List.Item key={kind}>{t(`effect.count.${kind}`, { count: of.counts[kind] })}</List.Item>
          ))}
        </List>
      )}
      {of.examples.length > 0 && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
          <section className="q-scroll q-scroll-tall" tabIndex={0} aria-label={t('effect.examples')}>
            <DataTable
              label={t('effect.examples')}
              rows={of.examples}
              columns={columns}
              rowKey={({ receivableId }) => String(receivableId)}
            />
          </section>
          {changed > of.examples.length && (
            <Text size="xs" c="dimmed">
              {t('effect.first', { count: of.examples.length })}
            </Text>
          )}
        </>
      )}
      <Text size="xs" c="dimmed" mt="xs">
        {t('effect.note')}
      </Text>
    </section>
  );
}
