// Session pool: a few sessions shared by all messages, each used by one message at a time, closed when idle or worn.

import { DEFAULT_CONNECTIONS, DEFAULT_TIMEOUTS, MESSAGES_PER_CONNECTION, type SmtpSettings } from '../settings.ts';
import { openSession, type Session } from './connection.ts';

type Idle = Readonly<{ session: Session; used: number; timer: NodeJS.Timeout }>;

/** A session on loan; `isReused` when it carried messages before, so that its breaking early is no fault of the server. */
export type Loan = Readonly<{ session: Session; isReused: boolean; giveBack(usable: boolean): void }>;

export type SessionPool = Readonly<{
  /** Waits for a free place, then for the server. Rejects with nodemailer's error. `fresh` refuses an idle session. */
  borrow(fresh: boolean): Promise<Loan>;
  close(): void;
}>;

export function createSessionPool(settings: SmtpSettings): SessionPool {
  const places = settings.connections ?? DEFAULT_CONNECTIONS;
  const idleMs = settings.timeouts?.idle ?? DEFAULT_TIMEOUTS.idle;
  const idle: Idle[] = [];
  const waiting: (() => void)[] = [];
  let taken = 0;
  let closed = false;

  const leave = (): void => {
    taken--;
    waiting.shift()?.();
  };

  const rest = (session: Session, used: number): void => {
    const timer = setTimeout(() => {
      idle.splice(
        idle.findIndex((i) => i.session === session),
        1,
      );
      session.quit();
    }, idleMs);
    timer.unref();
    idle.push({ session, used, timer });
  };

  const wake = (): Idle | null => {
    for (let found = idle.pop(); found; found = idle.pop()) {
      clearTimeout(found.timer);
      if (found.session.isAlive()) return found;
    }
    return null;
  };

  const loan = (session: Session, used: number): Loan => ({
    session,
    isReused: used > 0,
    giveBack(usable) {
      if (usable && !closed && session.isAlive() && used + 1 < MESSAGES_PER_CONNECTION) rest(session, used + 1);
      else session.quit();
      leave();
    },
  });

  return {
    async borrow(fresh) {
      if (closed) throw new Error('the mail sender is closed');
      while (taken >= places) await new Promise<void>((resolve) => waiting.push(resolve));
      taken++;
      try {
        const known = fresh ? null : wake();
        return known ? loan(known.session, known.used) : loan(await openSession(settings), 0);
      } catch (error) {
        leave();
        throw error;
      }
    },
    close() {
      closed = true;
      for (const { session, timer } of idle.splice(0)) {
        clearTimeout(timer);
        session.quit();
      }
    },
  };
}
