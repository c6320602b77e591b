// Shortcuts dialog: all the keys, those of this screen first. Loaded when first opened.
import './words.ts';
import './help.css';
import { Modal } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useWords } from '../../i18n/index.ts';
import { ShortcutList } from './shortcut-list.tsx';
import { EVERYWHERE, topicOf } from './topics.ts';

/** Opened with "?". */
export default function ShortcutsDialog({ isOpen, onClose }: Readonly<{ isOpen: boolean; onClose: () => void }>) {
  const { t } = useWords('help');
  const { keys, screen } = topicOf(useLocation().pathname);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('keys')}
      centered
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <div className="q-help">
        {keys.length > 0 && (
          <>
            <h3>{t(`screen.${screen}.name`)}</h3>
            <ShortcutList of={keys} />
          </>
        )}
        <h3>{t('everywhere')}</h3>
        <ShortcutList of={EVERYWHERE} />
      </div>
    </Modal>
  );
}
