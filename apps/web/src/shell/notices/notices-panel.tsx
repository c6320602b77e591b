// Notices panel: each with its sentence, since when, and the link to where it is mended. Loaded when the bell is first opened.
import type { NoticeView } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { Link } from '@tanstack/react-router';
import { CircleAlert, Info } from 'lucide-react';
import { useFormats, useWords } from '../../i18n/index.ts';
import { placeOf, useNoticeWords } from './notice-words.ts';

const ICON = 18;

function Line({ notice, onLeave }: Readonly<{ notice: NoticeView; onLeave: () => void }>) {
  const { t } = useWords('notices');
  const { day } = useFormats();
  const { sentence, link } = useNoticeWords();
  const Icon = notice.weight === 'act' ? CircleAlert : Info;
  return (
    <li className="q-notice" data-weight={notice.weight}>
      <Icon size={ICON} aria-hidden />
      <div>
        <p>
          {sentence(notice)} {notice.isNew && <span className="q-notice-new">{t('new')}</span>}
        </p>
        <div className="q-notice-foot">
          <span>{t('since', { day: day(notice.since.slice(0, 10)) })}</span>
          <Link to={placeOf(notice)} onClick={onLeave}>
            {link(notice)}
          </Link>
        </div>
      </div>
    </li>
  );
}

/** The list, or that there is nothing. */
export default function NoticesPanel({
  items,
  onLeave,
}: Readonly<{ items: readonly NoticeView[]; onLeave: () => void }>) {
  const { t } = useWords('notices');
  if (items.length === 0) return <EmptyState title={t('none.title')}>{t('none.hint')}</EmptyState>;
  return (
    <>
      <h2 className="q-notices-title">{t('title')}</h2>
      <ul className="q-notices">
        {items.map((notice) => (
          <Line key={`${notice.kind}.${notice.key}`} notice={notice} onLeave={onLeave} />
        ))}
      </ul>
    </>
  );
}
