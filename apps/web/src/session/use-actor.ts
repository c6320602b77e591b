// Actor: who did something, as a name. The program's own deeds and colleagues whose name is not at hand get a word.
import { useWords } from '../i18n/index.ts';
import { useSession } from './use-session.ts';

const OWN = new Set(['setup', 'worker', 'cli']);

/** Turns the author of a record (`user:…`, `setup`, `worker`, or a name) into what is shown. */
export function useActor(): (actor: string) => string {
  const { t } = useWords();
  const { data } = useSession();
  return (actor) => {
    if (data && actor === `user:${data.user.userId}`) return data.user.name;
    if (actor.startsWith('user:')) return t('actor.colleague');
    return OWN.has(actor) ? t(`actor.${actor}`) : actor;
  };
}
