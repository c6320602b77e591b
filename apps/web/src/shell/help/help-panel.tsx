// Help panel: what this screen is for, what one can do here, its shortcuts, and where the guide says more. Loaded when first opened.
import './words.ts';
import './help.css';
import { Drawer } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { PAGES } from '../../features/guide/pages.ts';
import { useWords } from '../../i18n/index.ts';
import { ShortcutList } from './shortcut-list.tsx';
import { EVERYWHERE, topicOf } from './topics.ts';

const WIDTH = 400;

function Topic({ onLeave }: Readonly<{ onLeave: () => void }>) {
  const { t } = useWords('help');
  const { screen, guide: page, keys } = topicOf(useLocation().pathname);
  const guide = PAGES.includes(page) ? page : '';
  const deeds = t(`screen.${screen}.deeds`).split('\n');
  return (
    <div className="q-help">
      <p>{t(`screen.${screen}.purpose`)}</p>
      <h3>{t('deeds')}</h3>
      <ul>
        {deeds.map((deed) => (
          <li key={deed}>{deed}</li>
        ))}
      </ul>
      <h3>{t('keys')}</h3>
      <ShortcutList of={[...keys, ...EVERYWHERE]} />
      <h3>{t('more')}</h3>
      <p>
        {guide ? (
          <Link to="/guide/$page" params={{ page: guide }} onClick={onLeave}>
            {t('guidePage')}
          </Link>
        ) : (
          <Link to="/guide" onClick={onLeave}>
            {t('guide')}
          </Link>
        )}
      </p>
    </div>
  );
}

/** The panel at the side; the screen stays in sight. */
export default function HelpPanel({ isOpen, onClose }: Readonly<{ isOpen: boolean; onClose: () => void }>) {
  const { t } = useWords('help');
  const { screen } = topicOf(useLocation().pathname);
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size={WIDTH}
      title={t('title', { screen: t(`screen.${screen}.name`) })}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <Topic onLeave={onClose} />
    </Drawer>
  );
}
