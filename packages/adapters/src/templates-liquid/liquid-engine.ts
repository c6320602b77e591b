// Liquid engine: the template language of users, with limits on and nothing that reads a file, a clock or chance.
import { ok, refuse } from '@quittance/core/kernel';
import { formatList, type MessageLanguage, plural } from '@quittance/core/letters';
import type { TemplateEngine } from '@quittance/usecases/ports';
import { Liquid, type Template } from 'liquidjs';
import { findFaults } from './find-faults.ts';
import { readTemplateError } from './template-refusal.ts';

const TAGS = [
  'assign',
  'for',
  'capture',
  'case',
  'comment',
  'if',
  'unless',
  'raw',
  'break',
  'continue',
  'echo',
  'cycle',
];
const FILTERS = (
  'abs append at_least at_most capitalize ceil compact concat default divided_by downcase first floor join last map minus modulo plus ' +
  'prepend remove replace reverse round size slice sort split strip sum times truncate truncatewords uniq upcase where raw'
).split(' ');

/** Limits of one template: characters read, milliseconds and objects while rendering. */
const LIMITS = { parseLimit: 20_000, renderLimit: 500, memoryLimit: 1_000_000 } as const;
const CACHED = 500;

/** "invoices[0].number" and "invoices.first.number" as the catalogue writes them, "invoices.size" as its list. */
const catalogued = (variable: string): string =>
  variable.replace(/\[\d+\]|\.(?:first|last)(?=\.|$)/g, '[]').replace(/\.size$|\[\]$/, '');

const only = (table: Record<string, unknown>, allowed: readonly string[]): void => {
  for (const name of Object.keys(table)) if (!allowed.includes(name)) delete table[name];
};

function createLiquid(): Liquid {
  const liquid = new Liquid({
    ...LIMITS,
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: true,
    dynamicPartials: false,
    templates: {},
  });
  only(liquid.tags, TAGS);
  only(liquid.filters, FILTERS);
  // `{{ invoice_count | plural: "facture", "factures" }}`: the form that agrees; a third argument "en" counts as English does.
  liquid.registerFilter('plural', (count: unknown, one: string, many: string, language: MessageLanguage = 'fr') =>
    plural(Number(count), one, many, language),
  );
  liquid.registerFilter('list', (items: readonly string[], language: MessageLanguage = 'fr') =>
    formatList(items, language),
  );
  return liquid;
}

/** A template engine; parsed templates are kept, the oldest leaving first. */
export function createTemplateEngine(): TemplateEngine {
  const liquid = createLiquid();
  const parsed = new Map<string, readonly Template[]>();
  const parse = (source: string): Template[] => {
    const known = parsed.get(source) ?? liquid.parse(source);
    parsed.delete(source);
    parsed.set(source, known);
    if (parsed.size > CACHED) parsed.delete(parsed.keys().next().value ?? source);
    return [...known];
  };
  const variablesOf = (source: string) =>
    Object.values(liquid.analyzeSync(parse(source), { partials: false }).globals)
      .flat()
      .map((variable) => ({ name: `${variable}`, line: variable.location.row, column: variable.location.col }));
  return {
    inspect(source, knownFields) {
      const isKnown = (name: string): boolean => {
        const field = catalogued(name);
        return knownFields.some((f) => f === field || f.startsWith(`${field}.`));
      };
      const { faults, used } = findFaults(source, variablesOf, isKnown);
      return faults.length > 0 ? refuse(faults) : ok([...new Set(used.map(({ name }) => name))]);
    },
    render(source, fields) {
      try {
        return ok(String(liquid.renderSync(parse(source), fields)));
      } catch (error) {
        return refuse(readTemplateError(error));
      }
    },
  };
}
