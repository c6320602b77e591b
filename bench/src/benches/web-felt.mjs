// The staff application in a real Chromium: what an interaction costs until the next paint, on lists of many rows.
import { percentile } from '../harness.mjs';
import { openFeltBrowser } from '../stand/felt-page.mjs';
import { openHouse } from '../stand/http-house.mjs';

const SCREENS = {
  today: '/today',
  dashboard: '/dashboard',
  customers: '/customers',
  customer: '/customers/1',
  invoices: '/invoices',
  agedBalance: '/aged-balance',
  scenarios: '/scenarios',
  outbox: '/outbox',
  imports: '/imports',
  settings: '/settings',
};
const LISTS = ['/invoices', '/customers', '/aged-balance'];
const ROWS_MOVED = 20;

/** Waits for the list's answer and until the table says that its rows are the asked ones; returns what it took. */
const answered = async (page, act) => {
  const asked = `/api/v1${new URL(page.url()).pathname}`;
  const started = performance.now();
  await Promise.all([page.waitForResponse((response) => new URL(response.url()).pathname === asked), act()]);
  await page.waitForFunction(() => {
    const table = document.querySelector('table.q-table');
    return table !== null && table.getAttribute('aria-busy') !== 'true';
  });
  return performance.now() - started;
};

/** Sort, next page, search, and walk down the rows by keyboard, as a person at a list does. */
async function useList(page) {
  const answers = [];
  const heads = page.locator('table.q-table thead button');
  const count = Math.min(3, await heads.count());
  for (let index = 0; index < count; index++) answers.push(await answered(page, () => heads.nth(index).click()));
  const next = page.getByRole('button', { name: /Page suivante|Next page/ });
  if (await next.count()) answers.push(await answered(page, () => next.first().click()));
  const search = page.getByRole('searchbox').first();
  answers.push(await answered(page, () => search.pressSequentially('12', { delay: 60 })));
  await page.locator('table.q-table tbody tr').first().focus();
  for (let row = 0; row < ROWS_MOVED; row++) await page.keyboard.press('ArrowDown');
  return answers;
}

export const bench = {
  name: 'web-felt',
  what: 'Lists sorted, turned, searched and walked through by keyboard in Chromium: milliseconds from input to next paint, 95th percentile. …Kb: script (gzip) that a screen asks for until it is usable, from an empty cache.',
  target: 'input to paint at most 200 ms, no layout shift above 0.1, script of a first load at most 300 kB (gzip)',
  unit: 'invoices',
  reference: null,
  sizes: { small: [2_000, 20_000], medium: [20_000, 100_000], large: [100_000, 1_000_000] },
  async open(size, ground) {
    const house = await openHouse(ground, size);
    const browser = await openFeltBrowser(house);
    const paints = [];
    const answers = [];
    const shifts = [];
    return {
      warm: false,
      runs: 2,
      ours: async () => {
        for (const path of LISTS) {
          const screen = await browser.open(path);
          answers.push(...(await useList(screen.page)));
          const felt = await screen.felt();
          paints.push(...felt.paints);
          shifts.push(felt.shift);
          await screen.close();
        }
      },
      value: () => (paints.length > 0 ? percentile(paints, 0.95) : 16),
      figures: async () => {
        const kilobytes = {};
        for (const [name, path] of Object.entries(SCREENS)) {
          const screen = await browser.open(path);
          kilobytes[`${name}Kb`] = Math.round(screen.scriptKb);
          shifts.push((await screen.felt()).shift);
          await screen.close();
        }
        const [worst] = shifts.toSorted((a, b) => b.value - a.value);
        return {
          interactions: paints.length,
          worstPaintMs: Math.max(0, ...paints),
          rowsShownP95Ms: Math.round(percentile(answers, 0.95)),
          worstShift: Number(worst.value.toFixed(3)),
          worstShiftOn: `${worst.on} ${worst.what}`,
          ...kilobytes,
        };
      },
      close: async () => {
        await browser.close();
        await house.close();
      },
    };
  },
};
