// Nearest fields: what somebody probably meant by a field that does not exist.
import { MERGE_FIELDS } from './fields.ts';

/** Edits (insert, delete, replace, each 1) between two short texts. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const SEEN_LIMIT = 60;
const MOST = 3;

const farness = (seen: string, name: string): number => {
  const last = name.split('.').at(-1) ?? name;
  const whole = distance(seen, name);
  // `name` for `customer.name`: the end of a field is often all that is remembered
  return Math.min(whole, distance(seen, last) + 0.5) - (name.includes(seen) && seen.length > 2 ? 2 : 0);
};

/** Up to three fields whose names are near the one seen, nearest first; none where nothing is near. */
export function nearestFields(seen: string): readonly string[] {
  const text = seen.slice(0, SEEN_LIMIT).toLowerCase();
  const limit = Math.max(2, Math.floor(text.length / 2));
  return MERGE_FIELDS.filter((field) => !field.name.includes('[]'))
    .map(({ name }) => ({ name, far: farness(text, name) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ name }) => name);
}
