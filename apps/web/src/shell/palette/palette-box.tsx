// Palette box: the line that is typed into and the list under it. The focus stays in the line; arrows move the choice.
import { Kbd, TextInput, VisuallyHidden } from '@mantine/core';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import type { Item, Mode } from './item.ts';
import { OPTION_ID, PaletteList } from './palette-list.tsx';

const ICON = 18;
const LIST_ID = 'q-palette-list';

type BoxProps = Readonly<{
  mode: Mode;
  typed: string;
  items: readonly Item[];
  isReady: boolean;
  error: Error | null;
  onType: (typed: string) => void;
  onBack: () => void;
  onClose: () => void;
}>;

function useChoice(items: readonly Item[], typed: string) {
  const [at, setAt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, another first choice
  useEffect(() => setAt(0), [typed]);
  const chosen = Math.min(at, Math.max(0, items.length - 1));
  const move = (step: number) => setAt(items.length === 0 ? 0 : (chosen + step + items.length) % items.length);
  return { chosen, move, setAt };
}

/** What is said aloud: how many results there are, once they are all there. */
function useStatus({ items, isReady, error, typed, mode }: BoxProps): string {
  const { t } = useWords('palette');
  if (error) return t('failed');
  if (typed.trim() === '') return mode === 'day' ? t('dayHint') : t('empty');
  if (!isReady) return t('searching');
  return items.length === 0 ? t('none.title', { text: typed.trim() }) : t('found', { count: items.length });
}

function Nothing(props: BoxProps) {
  const { t } = useWords('palette');
  const { items, typed, mode, isReady, error } = props;
  if (error) return <p className="q-palette-note">{t('failed')}</p>;
  if (items.length > 0 || !isReady) return null;
  if (typed.trim() === '' || mode === 'day')
    return <p className="q-palette-note">{mode === 'day' ? t('dayHint') : t('empty')}</p>;
  return (
    <div className="q-palette-note">
      <strong>{t('none.title', { text: typed.trim() })}</strong>
      <p>{t('none.hint')}</p>
    </div>
  );
}

function Keys({ mode }: Readonly<{ mode: Mode }>) {
  const { t } = useWords('palette');
  return (
    <div className="q-palette-keys" aria-hidden>
      <span>
        <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> {t('keys.move')}
      </span>
      <span>
        <Kbd size="xs">↵</Kbd> {t('keys.open')}
      </span>
      {mode !== 'all' && (
        <span>
          <Kbd size="xs">⌫</Kbd> {t('keys.back')}
        </span>
      )}
      <span>
        <Kbd size="xs">{t('escape')}</Kbd> {t('keys.leave')}
      </span>
    </div>
  );
}

/** A combobox as WAI-ARIA describes it: the line owns the list and names the active option. */
export function PaletteBox(props: BoxProps) {
  const { mode, typed, items, onType, onBack, onClose } = props;
  const { t } = useWords('palette');
  const { chosen, move, setAt } = useChoice(items, typed);
  const status = useStatus(props);
  const choose = (item: Item | undefined) => {
    if (item && !item.choose()) onClose();
  };
  const deeds: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => choose(items[chosen]),
    ...(typed === '' && mode !== 'all' ? { Backspace: onBack } : {}),
  };
  const onKey = (event: KeyboardEvent) => {
    const act = event.nativeEvent.isComposing ? undefined : deeds[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <>
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        role="combobox"
        aria-label={t('title')}
        aria-expanded={items.length > 0}
        aria-controls={LIST_ID}
        aria-autocomplete="list"
        aria-activedescendant={items.length > 0 ? `${OPTION_ID}${chosen}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={t(`prompt.${mode}`)}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKey}
        leftSection={<Search size={ICON} aria-hidden />}
        className="q-palette-line"
      />
      <VisuallyHidden role="status">{status}</VisuallyHidden>
      <PaletteList id={LIST_ID} items={items} chosen={chosen} onPoint={setAt} onChoose={choose} />
      <Nothing {...props} />
      <Keys mode={mode} />
    </>
  );
}
