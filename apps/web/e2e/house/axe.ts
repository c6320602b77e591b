// Axe on what is in view: its serious faults alone, by the rules of WCAG 2.2, levels A and AA.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { settled } from './settled.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RULES = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
/** Those that another theme can change: it has other colours and nothing else. */
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
const PLACES = 3;
const LENGTH = 160;

type Theme = 'light' | 'dark';
type Fault = { id: string; impact: string | null; nodes: { html: string }[] };
type Axe = { run: (root: Document | Element, options: object) => Promise<{ violations: Fault[] }> };

async function readBy(page: Page, rules: typeof RULES, place?: string): Promise<string[]> {
  await page.evaluate(readFileSync(AXE, 'utf8'));
  const faults = await page.evaluate(
    async ({ place, rules }) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const root = place === undefined ? document : document.querySelector(place);
      if (root === null) throw new Error(`nothing to read at ${place}`);
      const { violations } = await axe.run(root, { runOnly: rules, resultTypes: ['violations'], selectors: false });
      return violations.map(({ id, impact, nodes }) => ({ id, impact, places: nodes.map(({ html }) => html) }));
    },
    { place, rules },
  );
  return faults
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, places }) => {
      const shown = places.slice(0, PLACES).map((html) => html.slice(0, LENGTH));
      return `${id}: ${shown.join(' | ')}`;
    });
}

const toasts = (page: Page): Promise<number> => page.locator('.mantine-Notification-root').count();

/** Read again while a toast left meanwhile: half gone, it has no colours to speak of. */
async function faultsBy(page: Page, rules: typeof RULES, place?: string): Promise<string[]> {
  for (;;) {
    const before = await toasts(page);
    const faults = await readBy(page, rules, place);
    if (faults.length === 0) return faults;
    await settled(page);
    if ((await toasts(page)) === before) return faults;
  }
}

/** Each serious fault with the first places it stands in; empty when all is well. Reads the whole page, or what `place` selects: a
 * place that is not there is a bug of the journey, and throws. */
export const seriousFaults = (page: Page, place?: string): Promise<string[]> => faultsBy(page, RULES, place);

/** The same by the rules of colours alone: for what was read in the other theme. */
export const colourFaults = (page: Page): Promise<string[]> => faultsBy(page, COLOURS);

async function putOn(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor({ state: 'attached' });
  await settled(page);
}

/** Serious faults of the page in light, then those of its dark colours; `look` is called in each. The page is in light afterwards. */
export async function faultsInBothThemes(
  page: Page,
  look: (theme: Theme) => Promise<void> = async () => {},
): Promise<Record<Theme, string[]>> {
  await putOn(page, 'light');
  const light = await seriousFaults(page);
  await look('light');
  await putOn(page, 'dark');
  const dark = await colourFaults(page);
  await look('dark');
  await putOn(page, 'light');
  return { light, dark };
}

/** What `faultsInBothThemes` says when all is well. */
export const NO_FAULTS: Record<Theme, string[]> = { light: [], dark: [] };
