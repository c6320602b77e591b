// Activity: what came in, what was sent and what came in after it, over thirty days.
import { useFormats, useWords } from '../../i18n/index.ts';
import { type Board, useNumbers, waysOf } from './board.ts';
import { WayLink } from './figure.tsx';

/** Money of the last thirty days against the thirty before, and messages by channel. */
export function ActivityPanel({ board }: Readonly<{ board: Board }>) {
  const { t } = useWords('dashboard');
  const { day } = useFormats();
  const { cash } = useNumbers(board);
  const { activity } = board.view;
  const ways = waysOf(board);
  const more = activity.collectedCents - activity.collectedBeforeCents;
  const direction = more === 0 ? 'same' : more > 0 ? 'more' : 'less';
  return (
    <section className="q-panel q-board-panel">
      <h2>{t('activity', { from: day(activity.from) })}</h2>
      <dl>
        <dt>{t('collected')}</dt>
        <dd>
          <WayLink way={ways.paid}>{cash(activity.collectedCents)}</WayLink>
          <span>
            {t(`collectedThan.${direction}`, { by: cash(Math.abs(more)), before: cash(activity.collectedBeforeCents) })}
          </span>
          <span>{t('collectedWeek', { amount: cash(activity.collectedWeekCents) })}</span>
        </dd>
        <dt>{t('after')}</dt>
        <dd>
          <WayLink way={ways.paid}>{cash(activity.afterReminders.cents)}</WayLink>
          <span>{t('afterOf', { count: activity.afterReminders.receivables })}</span>
        </dd>
        <dt>{t('sent')}</dt>
        <dd>
          {activity.sent.length === 0 && <span>{t('nothingSent')}</span>}
          {activity.sent.map(({ channel, count, test }) => (
            <span key={channel}>
              <WayLink way={{ to: '/outbox', search: { state: 'sent', channel } }}>
                {t(`words:channels.${channel}`)}
                {t('words:colon')} {count}
              </WayLink>
              {test > 0 && ` ${t('inTest', { count: test })}`}
            </span>
          ))}
        </dd>
      </dl>
    </section>
  );
}
