// Sign-in limits: failed attempts counted by address and by account, so that passwords cannot be tried out. In this process's memory.
import { Refused } from '../problems/index.ts';

/** How many failures are borne in a window before the door closes until it is over. */
export type SignInLimits = Readonly<{ perAddress: number; perAccount: number; windowMs: number }>;

/** A quarter of an hour; an office behind one address may mistype more often than one person. */
export const SIGN_IN_LIMITS: SignInLimits = { perAddress: 30, perAccount: 8, windowMs: 15 * 60_000 };

type Count = { failures: number; until: number };

const MOST_KEYS = 50_000;
const ipKey = (address: string): string => `ip ${address}`;
const accountKey = (email: string): string => `as ${email.toLowerCase()}`;

/** Counts failures in fixed windows; the oldest windows go first when there are too many. */
export class SignInGuard {
  readonly #limits: SignInLimits;
  readonly #now: () => number;
  readonly #counts = new Map<string, Count>();

  constructor(limits: SignInLimits = SIGN_IN_LIMITS, now: () => number = Date.now) {
    this.#limits = limits;
    this.#now = now;
  }

  /**
   * Lets an attempt through and counts it at once as failed, so that attempts made together are counted together.
   * @throws Refused `too_many_requests` with the seconds to wait.
   */
  admit(address: string, email: string): void {
    const [ip, account] = [ipKey(address), accountKey(email)];
    const wait = Math.max(this.#wait(ip, this.#limits.perAddress), this.#wait(account, this.#limits.perAccount));
    if (wait > 0) throw new Refused('too_many_requests', { seconds: Math.ceil(wait / 1000) });
    this.#count(ip);
    this.#count(account);
  }

  /** The attempt was right: the account is forgiven, the address gets its attempt back. */
  succeeded(address: string, email: string): void {
    this.#counts.delete(accountKey(email));
    const ip = this.#counts.get(ipKey(address));
    if (ip) ip.failures -= 1;
  }

  #wait(key: string, most: number): number {
    const count = this.#counts.get(key);
    if (count === undefined || count.failures < most) return 0;
    return Math.max(0, count.until - this.#now());
  }

  #count(key: string): void {
    const now = this.#now();
    const count = this.#counts.get(key);
    if (count && count.until > now) count.failures += 1;
    else this.#start(key, now);
  }

  #start(key: string, now: number): void {
    this.#counts.delete(key);
    this.#counts.set(key, { failures: 1, until: now + this.#limits.windowMs });
    const oldest = this.#counts.keys().next().value;
    if (this.#counts.size > MOST_KEYS && oldest !== undefined) this.#counts.delete(oldest);
  }
}
