// Outbox drawer: one message word for word, its attempts and proof, and what can still be done with it.
import { Drawer, List, Stack, Text } from '@mantine/core';
import { type OutboxView, outbox } from '@quittance/contracts/api';
import type { ActionId } from '@quittance/core/kernel';
import { Amount, StatusBadge } from '@quittance/ui/values';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call, refresh, useRead } from '../../api/index.ts';
import { sayCode, useFormats, useWords } from '../../i18n/index.ts';
import { EditableMessage, MessageView } from '../../message/index.ts';
import { Answer, useToast } from '../../page/index.ts';
import { useActor, useMay } from '../../session/index.ts';
import { Deeds } from './deeds.tsx';
import { PostingProof } from './print/posting-proof.tsx';
import { Tracking } from './print/tracking.tsx';
import { Readdress } from './readdress.tsx';

function Proof({ of: view }: Readonly<{ of: OutboxView }>) {
  const { t } = useWords('outbox');
  const { instant } = useFormats();
  const actorOf = useActor();
  return (
    <Stack gap={4}>
      {view.approvedBy && <Text size="sm">{t('approvedBy', { name: actorOf(view.approvedBy) })}</Text>}
      {view.nextAttemptAt && <Text size="sm">{t('nextAttempt', { at: instant(view.nextAttemptAt) })}</Text>}
      {view.attempts.length > 0 && (
        <>
          <Text size="sm" fw={600}>
            {t('attempts')}
          </Text>
          <List size="sm">
            {view.attempts.map(({ attempt, startedAt, outcome, response }) => (
              <List.Item key={attempt}>
                {t('attempt', {
                  number: attempt,
                  at: instant(startedAt),
                  outcome: sayCode(t, `outcome.${outcome}`, 'outcome.other'),
                })}
                {response && (
                  <Text size="xs" c="dimmed">
                    {response}
                  </Text>
                )}
              </List.Item>
            ))}
          </List>
        </>
      )}
      {view.mailMessageId && (
        <Text size="xs" c="dimmed" className="q-break">
          {t('messageId')}
          {t('words:colon')} {view.mailMessageId}
        </Text>
      )}
    </Stack>
  );
}

function State({ of: view }: Readonly<{ of: OutboxView }>) {
  const { t } = useWords('outbox');
  const { instant, day } = useFormats();
  const reason = view.reason && sayCode(t, `words:reason.${view.reason}`, 'reasonOther');
  return (
    <Stack gap={4}>
      <div>
        <StatusBadge>{t(`words:state.${view.state}`)}</StatusBadge>{' '}
        {view.test && <StatusBadge>{t('test')}</StatusBadge>}{' '}
        <Text span size="sm" c="dimmed">
          {instant(view.at)}
        </Text>
      </div>
      {(view.state === 'approved' || view.state === 'queued') && (
        <Text size="sm">{t('leavesOn', { day: day(view.plannedOn) })}</Text>
      )}
      {view.state === 'uncertain' && <Text size="sm">{t('uncertain')}</Text>}
      {view.isStuck && (
        <Text size="sm" role="alert">
          {t('stuckOne')}
        </Text>
      )}
      {view.state === 'failed' && view.failure && <Text size="sm">{t(`failure.${view.failure}`)}</Text>}
      {(view.state === 'cancelled' || view.state === 'failed') && reason && (
        <Text size="sm">{t('because', { reason: reason.toLowerCase() })}</Text>
      )}
      {view.state === 'failed' && view.reason && (
        <Text size="sm">{sayCode(t, `remedy.${view.reason}`, 'remedy.other')}</Text>
      )}
    </Stack>
  );
}

const LETTERS: ReadonlySet<string> = new Set(['letter', 'registered_letter']);

function usePdf(view: OutboxView): Blob | null {
  const { data } = useQuery({
    // the letter changes only when the message moves: a tracking number or a proof does not draw it again
    queryKey: ['letter.pdf', view.actionId, view.state, view.at],
    queryFn: () => call(outbox.pdf, { params: { actionId: view.actionId } }),
    enabled: view.hasPdf,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.blob ?? null;
}

const NOT_LEFT: ReadonlySet<string> = new Set(['planned', 'approved', 'queued', 'failed']);

/** A message that has not left, as it would leave now; its words may be written anew for this once. */
function Coming({ view }: Readonly<{ view: OutboxView }>) {
  const { t } = useWords('outbox');
  const may = useMay();
  const toast = useToast();
  const client = useQueryClient();
  const params = { actionId: view.actionId };
  const answer = useRead(outbox.preview, { params });
  const write = async (words: Readonly<{ subject: string; body: string }> | null) => {
    await call(outbox.edit, { params, body: { words } });
    await refresh(client, '/api/v1/outbox', '/api/v1/reminders');
  };
  return (
    <Answer of={answer}>
      {(preview) => (
        <EditableMessage
          id={`action.${view.actionId}`}
          preview={preview}
          canEdit={may('outbox.write')}
          draft={(words) => call(outbox.draft, { params, body: { words } })}
          save={async (words) => {
            await write(words);
            if (words) toast.done(t('edited'), { undo: () => write(preview.edited ? preview.words : null) });
            else toast.done(t('restored'));
          }}
        />
      )}
    </Answer>
  );
}

function Message({ view }: Readonly<{ view: OutboxView }>) {
  const { t } = useWords('outbox');
  const pdf = usePdf(view);
  return (
    <Stack gap="md">
      <State of={view} />
      <Deeds view={view} />
      <Readdress view={view} />
      {view.channel === 'registered_letter' && <Tracking view={view} />}
      {LETTERS.has(view.channel) && view.state === 'sent' && <PostingProof view={view} />}
      {NOT_LEFT.has(view.state) ? <Coming view={view} /> : <MessageView message={{ ...view, pdf }} />}
      <div>
        <Text size="sm" fw={600}>
          {t('invoices')}
        </Text>
        <List size="sm">
          {view.invoices.map(({ number, cents }) => (
            <List.Item key={number}>
              {number}
              {t('words:colon')} <Amount cents={cents} currency={view.currency} />
            </List.Item>
          ))}
        </List>
      </div>
      <Proof of={view} />
    </Stack>
  );
}

function Opened({ actionId }: Readonly<{ actionId: ActionId }>) {
  const answer = useRead(outbox.get, { params: { actionId } });
  return <Answer of={answer}>{(view) => <Message view={view} />}</Answer>;
}

/** Open while `actionId` is in the address bar. */
export function OutboxDrawer({ actionId, onClose }: Readonly<{ actionId: ActionId | null; onClose: () => void }>) {
  const { t } = useWords('outbox');
  const view = useRead(outbox.get, { params: { actionId: actionId as ActionId } }, { enabled: actionId !== null });
  return (
    <Drawer
      opened={actionId !== null}
      onClose={onClose}
      position="right"
      size="xl"
      title={view.data && actionId !== null ? t('openMessage', { name: view.data.customerName }) : t('what')}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      {actionId !== null && <Opened key={actionId} actionId={actionId} />}
    </Drawer>
  );
}
