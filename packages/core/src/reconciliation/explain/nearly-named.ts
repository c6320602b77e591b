// Nearly named: the payer's items whose number is almost written where nothing exact stands.
import type { TextSpan } from '../decision.ts';
import { longRuns } from '../nearness/near-index.ts';
import type { Standing } from '../shelf.ts';
import type { Named } from './named-items.ts';
import type { Scene } from './scene.ts';

const overlaps = (a: TextSpan, b: TextSpan): boolean => a.from < b.to && b.from < a.to;

/** The nearest items among all who may pay; none where two of them are as near. */
function nearest({ payers, nearOf }: Scene, run: string): Readonly<{ itemIds: readonly number[]; edits: number }> {
  let best: { itemIds: readonly number[]; edits: number } = { itemIds: [], edits: Number.POSITIVE_INFINITY };
  for (const { customerId } of payers) {
    const found = nearOf(customerId).nearest(run);
    if (found.edits < best.edits) best = found;
    else if (found.edits === best.edits) best = { itemIds: [], edits: best.edits };
  }
  return best;
}

/** Items nearly written, outside what the text surely names. */
export function findNearlyNamed(scene: Scene, named: readonly Named[]): Named[] {
  const taken = named.map(({ span }) => span).filter((span) => span !== null);
  const known = new Set(named.flatMap(({ standings }) => standings.map(({ item }) => item.itemId)));
  const near: (Named & { span: TextSpan })[] = [];
  // Longer runs first: a number cut in two is one number.
  const runs = longRuns(scene.text.atoms).sort((a, b) => b.text.length - a.text.length);
  for (const { text, from, to } of runs) {
    const span = { from, to };
    if ([...taken, ...near.map((one) => one.span)].some((other) => overlaps(span, other))) continue;
    const { itemIds, edits } = nearest(scene, text);
    const standings = itemIds
      .filter((itemId) => !known.has(itemId))
      .map((itemId) => scene.book.standing(itemId, scene.transaction.currency))
      .filter((standing): standing is Standing => standing !== null);
    if (standings.length === 0) continue;
    near.push({ span, evidence: edits > 1 ? 'reference_far' : 'reference_near', crowded: 0, standings });
    for (const { item } of standings) known.add(item.itemId);
  }
  return near;
}
