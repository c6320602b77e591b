// Actor: who did something, as the server names them. The program's own deeds, and people nobody knows any more, get a word.
import { useWords } from '../i18n/index.ts';

const OWN = new Set(['setup', 'worker', 'cli']);

/** Turns the author of a record (a name, `setup`, `worker`, `cli`, or the id of someone unknown) into what is shown. */
export function useActor(): (actor: string) => string {
  const { t } = useWords();
  return (actor) => {
    if (actor.startsWith('user:')) return t('actor.colleague');
    return OWN.has(actor) ? t(`actor.${actor}`) : actor;
  };
}
