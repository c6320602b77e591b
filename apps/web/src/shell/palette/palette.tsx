// Palette: one box that finds customers, invoices, screens and deeds. Loaded when first opened.
import './words.ts';
import './palette.css';
import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import type { Mode } from './item.ts';
import { PaletteBox } from './palette-box.tsx';
import { useItems } from './use-items.ts';

const PAUSE_MS = 120;

function PaletteBody({ onClose }: Readonly<{ onClose: () => void }>) {
  const [mode, setMode] = useState<Mode>('all');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, PAUSE_MS);
  const ask = (next: Mode) => {
    setMode(next);
    setTyped('');
  };
  const state = useItems({ typed, settled, mode, ask });
  return <PaletteBox {...{ mode, typed, ...state, onClose }} onType={setTyped} onBack={() => ask('all')} />;
}

/** The box over the page; it starts anew each time. */
export default function Palette({ isOpen, onClose }: Readonly<{ isOpen: boolean; onClose: () => void }>) {
  const { t } = useWords('palette');
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (!isOpen) setTimes((before) => before + 1);
  }, [isOpen]);
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size="38rem" yOffset="10vh">
      <Modal.Overlay />
      <Modal.Content aria-label={t('title')}>
        <PaletteBody key={times} onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
}
