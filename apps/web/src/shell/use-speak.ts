// Speak: changes the language of the screens at once, and tells the server so that other devices and e-mails follow.
import { session as sessionRoutes } from '@quittance/contracts/api';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../api/index.ts';
import { chooseLanguage, useWords } from '../i18n/index.ts';
import { useToast } from '../page/index.ts';

/** The language in use, and a way to change it. */
export function useSpeak() {
  const { language } = useWords();
  const client = useQueryClient();
  const toast = useToast();
  const speak = async (chosen: 'fr' | 'en') => {
    await chooseLanguage(chosen);
    await call(sessionRoutes.updateProfile, { body: { language: chosen } })
      .then((view) => client.setQueriesData({ queryKey: [sessionRoutes.get.path] }, view))
      .catch(toast.refused);
  };
  return { language, speak };
}
