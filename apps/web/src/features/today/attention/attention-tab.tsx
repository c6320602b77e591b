// Attention tab: what the calendar brings up: promises not kept, formal notices run out, claims close to prescription.
import { Anchor, List, Paper, Stack, Text, Title } from '@mantine/core';
import type { AttentionView } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { Amount } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useFormats, useWords } from '../../../i18n/index.ts';

/** The lists of the tab. */
export const MATTERS = ['brokenPromises', 'expiredNotices', 'prescriptions'] as const;

/** How many matters wait. */
export const countMatters = (view: AttentionView | undefined): number =>
  view ? MATTERS.reduce((count, kind) => count + view[kind].length, 0) : 0;

function Matters({ kind, view }: Readonly<{ kind: (typeof MATTERS)[number]; view: AttentionView }>) {
  const { t } = useWords('today');
  const { day } = useFormats();
  const rows = view[kind];
  if (rows.length === 0) return null;
  return (
    <Paper className="q-panel" p="md" component="section">
      <Title order={3} fz="md">
        {t(`attention.${kind}`, { count: rows.length })}
      </Title>
      <Text size="sm" c="dimmed" mb="xs" maw="80ch">
        {t(`attention.${kind}Hint`)}
      </Text>
      <List size="sm" spacing={4}>
        {rows.map((row) => (
          <List.Item key={`${row.customerId} ${row.invoiceId}`}>
            <Link to="/customers/$customerId" params={{ customerId: String(row.customerId) }}>
              {row.customerName}
            </Link>{' '}
            –{' '}
            <Anchor
              underline="always"
              inherit
              component={Link}
              to="/invoices/$invoiceId"
              params={{ invoiceId: String(row.invoiceId) } as never}
            >
              {row.invoiceNumber}
            </Anchor>
            , <Amount cents={row.openCents} currency={row.currency} /> ·{' '}
            {t(`attention.${kind}On`, { day: day(row.on) })}
          </List.Item>
        ))}
      </List>
    </Paper>
  );
}

/** The three lists; an empty state where there is nothing. */
export function AttentionTab({ view }: Readonly<{ view: AttentionView }>) {
  const { t } = useWords('today');
  if (countMatters(view) === 0) return <EmptyState title={t('attention.none')}>{t('attention.noneHint')}</EmptyState>;
  return (
    <Stack gap="sm">
      {MATTERS.map((kind) => (
        <Matters key={kind} kind={kind} view={view} />
      ))}
    </Stack>
  );
}
