// Changes drawer: what one import brought and undid, each thing a link to its page.
import { Drawer, Stack, Text, Title } from '@mantine/core';
import { type ImportChange, type ImportReport, imports } from '@quittance/contracts/api';
import { Amount } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/index.ts';
import { useFormats, useWords } from '../../i18n/index.ts';
import { Answer } from '../../page/index.ts';
import { useActor } from '../../session/index.ts';
import { Counts, Notes, Refusal } from './report-view.tsx';
import { WithdrawFile } from './withdraw-file.tsx';

const KINDS = ['customer', 'invoice', 'credit_note', 'payment', 'lettered', 'withdrawn'] as const;

function Thing({ change }: Readonly<{ change: ImportChange }>) {
  const { day } = useFormats();
  const { kind, customerId, customerName, invoiceId, number, on, cents, currency } = change;
  return (
    <li className="q-change">
      {invoiceId === null ? (
        <Link to="/customers/$customerId" params={{ customerId: String(customerId) }}>
          {customerName}
        </Link>
      ) : (
        <Link to="/invoices/$invoiceId" params={{ invoiceId: String(invoiceId) }}>
          {number}
        </Link>
      )}
      <Text size="sm" c="dimmed" component="span">
        {[invoiceId !== null && customerName, kind !== 'customer' && invoiceId === null && number, on && day(on)]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {cents !== null && currency !== null && <Amount cents={cents} currency={currency as never} />}
    </li>
  );
}

function Things({ items }: Readonly<{ items: readonly ImportChange[] }>) {
  const { t } = useWords('imports');
  return KINDS.map((kind) => {
    const own = items.filter((item) => item.kind === kind);
    if (own.length === 0) return null;
    return (
      <div key={kind}>
        <Title order={3} fz="md">
          {t(`change.${kind}`)}
        </Title>
        <ul className="q-changes">
          {own.map((item) => (
            <Thing key={`${item.customerId} ${item.invoiceId} ${item.number} ${item.on} ${item.cents}`} change={item} />
          ))}
        </ul>
      </div>
    );
  });
}

/** What an import brought that is no fact of a customer yet; where it brought nothing at all, the counts have said so. */
function Elsewhere({ report }: Readonly<{ report: ImportReport }>) {
  const { t } = useWords('imports');
  if (report.counts.transactions.created === 0 || report.withdrawn) return null;
  return (
    <Text size="sm">
      {t('change.movements')} <Link to="/cash">{t('change.toCash')}</Link>
    </Text>
  );
}

/** `report` is an import of the past. */
export function ChangesDrawer({ report, onClose }: Readonly<{ report: ImportReport; onClose: () => void }>) {
  const { t } = useWords('imports');
  const { instant } = useFormats();
  const actorOf = useActor();
  const importId = report.importId ?? (0 as never);
  const changes = useRead(imports.changes, { params: { importId } }, { enabled: report.importId !== null });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t('change.title')}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <Stack gap="md">
        <div>
          <Text fw={600}>{report.fileName}</Text>
          <Text size="sm" c="dimmed">
            {t('change.by', { at: instant(report.startedAt), who: actorOf(report.startedBy) })}
          </Text>
        </div>
        <Refusal report={report} />
        {!report.refusal && <Counts report={report} />}
        <Notes report={report} />
        <WithdrawFile report={report} onDone={onClose} />
        <Answer of={changes}>
          {({ items }) =>
            items.length === 0 ? (
              <Elsewhere report={report} />
            ) : (
              <>
                <Text size="sm" c="dimmed">
                  {t('change.first')}
                </Text>
                <Things items={items} />
              </>
            )
          }
        </Answer>
      </Stack>
    </Drawer>
  );
}
