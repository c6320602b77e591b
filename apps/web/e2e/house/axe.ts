// Axe on what is in view: its serious faults alone, by the rules of WCAG 2.2, levels A and AA.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PLACES = 3;
const LENGTH = 160;

type Fault = { id: string; impact: string | null; nodes: { html: string }[] };
type Axe = { run: (root: Document | Element, options: object) => Promise<{ violations: Fault[] }> };

/** Each serious fault with the first places it stands in; empty when all is well. Reads the whole page, or what `place` selects: a
 * place that is not there is a bug of the journey, and throws. */
export async function seriousFaults(page: Page, place?: string): Promise<string[]> {
  await page.evaluate(readFileSync(AXE, 'utf8'));
  const faults = await page.evaluate(
    async ({ place, rules }) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const root = place === undefined ? document : document.querySelector(place);
      if (root === null) throw new Error(`nothing to read at ${place}`);
      const { violations } = await axe.run(root, { runOnly: rules });
      return violations.map(({ id, impact, nodes }) => ({ id, impact, places: nodes.map(({ html }) => html) }));
    },
    { place, rules: RULES },
  );
  return faults
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, places }) => {
      const shown = places.slice(0, PLACES).map((html) => html.slice(0, LENGTH));
      return `${id}: ${shown.join(' | ')}`;
    });
}
