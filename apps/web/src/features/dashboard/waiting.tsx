// Waiting: what a person has to decide or repair, each with its way. The plan is asked for apart, so that it never delays the figures.
import { reminders } from '@quittance/contracts/api';
import { useRead } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useMay } from '../../session/index.ts';
import type { Board } from './board.ts';
import { type Way, WayLink } from './figure.tsx';

const Item = ({ count, label, way }: Readonly<{ count: number | null; label: string; way: Way }>) => (
  <li>
    <WayLink way={way}>
      <b className="q-board-count">{count ?? '…'}</b> {label}
    </WayLink>
  </li>
);

/** To approve, failed, uncertain, contacts to repair. */
export function WaitingPanel({ board }: Readonly<{ board: Board }>) {
  const { t } = useWords('dashboard');
  const may = useMay();
  const plan = useRead(reminders.plan, { query: {} }, { enabled: may('reminder.read') });
  const { failed, uncertain, contacts } = board.view.waiting;
  return (
    <section className="q-panel q-board-panel">
      <h2>{t('waiting')}</h2>
      <ul className="q-board-list">
        {may('reminder.read') && !plan.error && (
          <Item count={plan.data?.awaitingApproval ?? null} label={t('toApprove')} way={{ to: '/today' }} />
        )}
        <Item
          count={failed}
          label={t('failed', { count: failed })}
          way={{ to: '/outbox', search: { state: 'failed' } }}
        />
        {uncertain > 0 && (
          <Item
            count={uncertain}
            label={t('uncertain', { count: uncertain })}
            way={{ to: '/outbox', search: { state: 'uncertain' } }}
          />
        )}
        <Item count={contacts} label={t('contacts', { count: contacts })} way={{ to: '/today' }} />
      </ul>
    </section>
  );
}
