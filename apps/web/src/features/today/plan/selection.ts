// Selection: actions chosen one by one, or all that the filters find but some. The server finds the latter anew and counts them.
import type { Channel, Tone } from '@quittance/core/dunning';

/** Filters of the plan, as they stand in the address bar. */
export type PlanFilter = Readonly<{
  search?: string | undefined;
  channel?: Channel | undefined;
  tone?: Tone | undefined;
  owner?: string | undefined;
  segment?: string | undefined;
}>;

/** `all`: everything the filter finds, `total` of them, but those taken out. */
export type Selection =
  | Readonly<{ kind: 'some'; keys: ReadonlySet<string> }>
  | Readonly<{ kind: 'all'; filter: PlanFilter; total: number; except: ReadonlySet<string> }>;

/** Nothing chosen. */
export const NOTHING: Selection = { kind: 'some', keys: new Set() };

/** These alone. */
export const only = (...keys: readonly string[]): Selection => ({ kind: 'some', keys: new Set(keys) });

/** How many are chosen. */
export const countOf = (selection: Selection): number =>
  selection.kind === 'some' ? selection.keys.size : selection.total - selection.except.size;

/** The chosen ones among the rows in sight. */
export const shownOf = (selection: Selection, keys: readonly string[]): ReadonlySet<string> =>
  selection.kind === 'some' ? selection.keys : new Set(keys.filter((key) => !selection.except.has(key)));

/** After boxes of the rows in sight were ticked or unticked. */
export function changed(selection: Selection, keys: readonly string[], chosen: ReadonlySet<string>): Selection {
  if (selection.kind === 'some') return { kind: 'some', keys: chosen };
  const except = new Set(selection.except);
  for (const key of keys) chosen.has(key) ? except.delete(key) : except.add(key);
  return { ...selection, except };
}

/** What is sent of it. */
export function bodyOf(selection: Selection) {
  if (selection.kind === 'some') return { actionKeys: [...selection.keys] };
  const { filter, except } = selection;
  return { selection: { ...filter, expected: countOf(selection), except: [...except] } };
}
