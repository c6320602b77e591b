// Shortcut list: what each key does, keys beside their sentence.
import { Kbd } from '@mantine/core';
import { useWords } from '../../i18n/index.ts';
import { SHORTCUTS } from './topics.ts';

const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);
const written = (key: string): string => (key === 'Ctrl' && isMac() ? '⌘' : key);

/** `of` names shortcuts. */
export function ShortcutList({ of }: Readonly<{ of: readonly string[] }>) {
  const { t } = useWords('help');
  return (
    <dl className="q-shortcuts">
      {of.map((name) => (
        <div key={name}>
          <dt>{t(`key.${name}`)}</dt>
          <dd>
            {(SHORTCUTS[name] ?? []).map((key) => (
              <Kbd key={key}>{key === '␣' ? t('space') : written(key)}</Kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
