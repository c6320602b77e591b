// When a screen is at rest: nothing on its way, nothing awaited, nothing that moves. Asked of the page itself, so that a busy machine only
// makes it later.
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';

/** Milliseconds without a request before a screen counts as at rest. */
const QUIET_MS = 100;
const SETTLED_WITHIN_MS = 60_000;

/** How many of the latest answers are remembered. */
const REMEMBERED = 12;

/** The requests of a browser profile: those on their way, the latest that ended, and how many there ever were. */
type Traffic = { readonly onTheWay: Set<Request>; readonly ended: string[]; begun: number };
const trafficOf = new Map<BrowserContext, Traffic>();

/** What every profile still open has asked lately. */
export const openProfiles = (): ReadonlyMap<BrowserContext, Readonly<Traffic>> => trafficOf;

/** Counts the requests of every page that the browser will open. */
export function countTraffic(browser: Browser): void {
  browser.on('context', (context) => {
    const traffic: Traffic = { onTheWay: new Set(), ended: [], begun: 0 };
    trafficOf.set(context, traffic);
    context.once('close', () => trafficOf.delete(context));
    const isOver = (request: Request) => {
      traffic.onTheWay.delete(request);
      const how = request.failure()?.errorText ?? 'answered';
      traffic.ended.push(`${request.method()} ${request.url()} ${how}`);
      if (traffic.ended.length > REMEMBERED) traffic.ended.shift();
    };
    context.on('request', (request) => {
      traffic.onTheWay.add(request);
      traffic.begun += 1;
    });
    context.on('requestfinished', isOver);
    context.on('requestfailed', isOver);
  });
}

/** Runs in the page: whether it stayed at rest for so long and has come to an idle moment; what spins or beats for ever may go on. */
const stayedAtRest = async (ms: number): Promise<boolean> => {
  const isAtRest = () =>
    document.querySelector('h1') !== null &&
    document.querySelector('.mantine-Skeleton-root, [aria-busy="true"]') === null &&
    document
      .getAnimations()
      .every(
        ({ playState, effect }) =>
          playState !== 'running' || effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY,
      );
  const wasAtRest = isAtRest();
  await new Promise((resolve) => setTimeout(resolve, ms));
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 }));
  return wasAtRest && isAtRest();
};

/** Waits until the page has a title, nothing on its way, nothing awaited and nothing that moves. @throws Error with what it still waits for. */
export async function settled(page: Page): Promise<void> {
  const traffic = trafficOf.get(page.context());
  if (!traffic) throw new Error('the page was not opened by a browser of the house');
  const until = Date.now() + SETTLED_WITHIN_MS;
  for (;;) {
    const before = traffic.begun;
    const isAtRest = await page.evaluate(stayedAtRest, QUIET_MS).catch((error: unknown) => {
      if (page.isClosed()) throw error;
      // It is being left for another document.
      return false;
    });
    if (isAtRest && traffic.onTheWay.size === 0 && traffic.begun === before) return;
    if (Date.now() > until) {
      const awaited = [...traffic.onTheWay].map((request) => request.url());
      throw new Error(`${page.url()} did not come to rest; on their way: ${awaited.join(', ') || 'nothing'}`);
    }
  }
}

/** Goes to an address and waits until it stands. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}
