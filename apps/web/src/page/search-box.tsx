// Search box: what is typed is searched after a short pause, or at once when the reader leaves the box or presses Enter, and stands in
// the address bar. Nothing is left pending behind what the reader does next: a search that came late would take him back to the list.
import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '../i18n/index.ts';

const PAUSE_MS = 250;
const ICON = 16;

/** `placeholder` says what can be found here. */
export function SearchBox({
  value,
  placeholder,
  onSearch,
  isFirst = false,
}: Readonly<{
  value: string | undefined;
  placeholder: string;
  onSearch: (text: string | undefined) => void;
  /** Takes the focus when its dialog opens. */
  isFirst?: boolean;
}>) {
  const { t } = useWords();
  const [typed, setTyped] = useState(value ?? '');
  const later = useDebouncedCallback((text: string) => onSearch(text.trim() || undefined), PAUSE_MS);
  useEffect(() => {
    setTyped((now) => (now.trim() === (value ?? '') ? now : (value ?? '')));
  }, [value]);
  const change = (text: string) => {
    setTyped(text);
    later(text);
  };
  const clear = () => {
    change('');
    later.flush();
  };
  return (
    <TextInput
      type="search"
      data-autofocus={isFirst || undefined}
      aria-label={t('list.search')}
      placeholder={placeholder}
      value={typed}
      w={{ base: '100%', xs: 260 }}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => later.flush()}
      onKeyDown={({ key }) => key === 'Enter' && later.flush()}
      leftSection={<Search size={ICON} aria-hidden />}
      rightSection={typed ? <CloseButton size="sm" aria-label={t('do.clear')} onClick={clear} /> : null}
    />
  );
}
