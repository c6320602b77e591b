// Session: who is signed in, where they stand, what they may do.
import { type SessionView, session as sessionRoutes } from '@quittance/contracts/api';
import type { Permission } from '@quittance/core/access';
import { useEffect } from 'react';
import { useRead } from '../api/index.ts';
import { chooseLanguage } from '../i18n/index.ts';

const MINUTES_5 = 300_000;

/** The signed-in user; the last answer stays while the session has ended, so that the screens do. */
export const useSession = () => useRead(sessionRoutes.get, undefined, { refetchInterval: MINUTES_5 });

/** What the reader may do; nothing while it is not known. */
export function useMay(): (permission: Permission) => boolean {
  const { data } = useSession();
  return (permission) => data?.current?.permissions.includes(permission) ?? false;
}

/** The company in view, if there is one. */
export function useCompany(): NonNullable<SessionView['current']>['companies'][number] | null {
  const { data } = useSession();
  return data?.current?.companies.find(({ code }) => code === data.current?.company) ?? null;
}

/** Follows the language the user chose on another device, once, when the session is first read. */
export function useUserLanguage(view: SessionView | undefined): void {
  const chosen = view?.user.language;
  const userId = view?.user.userId;
  useEffect(() => {
    if (userId && chosen) void chooseLanguage(chosen);
  }, [userId, chosen]);
}
