// Deeds: screens to go to and things to do, each only for those who may.
import { useMantineColorScheme } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import {
  BookOpen,
  CalendarDays,
  CircleQuestionMark,
  FileInput,
  Keyboard,
  Languages,
  Moon,
  NotebookPen,
  Sun,
} from 'lucide-react';
import { useWords } from '../../i18n/index.ts';
import { useMay } from '../../session/index.ts';
import { useScreens } from '../navigation.tsx';
import { help, shortcuts } from '../switch.ts';
import { useSpeak } from '../use-speak.ts';
import type { Item, Mode } from './item.ts';

/** Everything that needs no search on the server. */
export function useDeeds(ask: (mode: Mode) => void): readonly Item[] {
  const { t } = useWords('palette');
  const { language, speak } = useSpeak();
  const may = useMay();
  const screens = useScreens();
  const router = useRouter();
  const { setColorScheme, colorScheme } = useMantineColorScheme();
  const go = (href: string) => () => void router.navigate({ href });
  const later = (open: () => void) => () => void setTimeout(open);
  const isDark =
    colorScheme === 'dark' || (colorScheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  const askFor = (mode: Mode) => () => {
    ask(mode);
    return true;
  };
  const deed = (id: string, icon: Item['icon'], choose: Item['choose']): Item => ({
    ...{ id, group: 'deeds', icon, choose },
    label: t(`deed.${id}`),
    keywords: t(`keywords.${id}`),
  });
  return [
    ...screens.map(
      ({ to, key, icon }): Item => ({ id: to, group: 'screens', icon, label: t(`words:nav.${key}`), choose: go(to) }),
    ),
    ...(may('import.write') ? [deed('import', FileInput, go('/imports'))] : []),
    ...(may('note.write') ? [deed('note', NotebookPen, askFor('customer'))] : []),
    deed('agedOn', CalendarDays, askFor('day')),
    isDark
      ? deed('light', Sun, () => void setColorScheme('light'))
      : deed('dark', Moon, () => void setColorScheme('dark')),
    deed('language', Languages, () => void speak(language === 'fr' ? 'en' : 'fr')),
    deed('help', CircleQuestionMark, later(help.open)),
    deed('guide', BookOpen, go('/guide')),
    deed('shortcuts', Keyboard, later(shortcuts.open)),
  ];
}
