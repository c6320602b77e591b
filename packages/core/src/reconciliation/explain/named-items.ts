// Named items: what each mention of the text means in the open book.
import type { Evidence, TextSpan } from '../decision.ts';
import type { Standing } from '../open-book.ts';
import { atomsOf } from '../references/atoms.ts';
import { readCreditorReference } from '../references/creditor-reference.ts';
import { findMentions, type Mention } from '../references/mentions.ts';
import { longRuns } from '../references/near-index.ts';
import type { Scene } from './scene.ts';

/** A piece of text, what it is worth, and the items it means: one, or the terms of one invoice. */
export type Named = Readonly<{ span: TextSpan | null; evidence: Evidence; standings: readonly Standing[] }>;

const EVIDENCE_OF: Readonly<Record<Mention['kind'], Evidence>> = {
  strong: 'reference',
  listed: 'reference_listed',
  short: 'reference_short',
};

const standingsOf = ({ book, transaction }: Scene, itemIds: readonly number[]): Standing[] =>
  itemIds.map((itemId) => book.standing(itemId, transaction.currency)).filter((standing) => standing !== null);

/** Of several numbers that look alike, the one whose amount was paid. */
const ofTheAmount = (standings: readonly Standing[], received: number): Standing[] => {
  const fitting = standings.filter(({ openCents }) => openCents === received);
  return fitting.length === 1 ? fitting : [];
};

/** The items a mention means: the payer's where several customers have it; a short one means another's only where the very amount is his. */
function meant(scene: Scene, mention: Mention): Standing[] {
  const all = standingsOf(scene, mention.itemIds);
  const own = all.filter(({ item }) => scene.payers.some(({ customerId }) => customerId === item.customerId));
  if (mention.kind === 'short' && own.length === 0 && scene.payers.length > 0)
    return ofTheAmount(all, scene.transaction.cents);
  const chosen = own.length > 0 ? own : all;
  const numbers = new Set(chosen.map(({ item }) => `${item.customerId} ${item.number}`));
  return numbers.size > 1 ? ofTheAmount(chosen, scene.transaction.cents) : chosen;
}

function inStructured(scene: Scene): Named[] {
  const { creditorReference } = scene.transaction;
  if (creditorReference === null) return [];
  const text = readCreditorReference(creditorReference) ?? creditorReference;
  return findMentions(text, scene.references).map((mention) => ({
    span: null,
    evidence: mention.kind === 'short' ? 'reference_short' : 'creditor_reference',
    standings: meant(scene, mention),
  }));
}

/** The items that the text names. */
export function findNamed(scene: Scene): Named[] {
  const inText = findMentions(scene.transaction.text, scene.references).map((mention) => ({
    span: mention.span,
    evidence: EVIDENCE_OF[mention.kind],
    standings: meant(scene, mention),
  }));
  return [...inText, ...inStructured(scene)].filter(({ standings }) => standings.length > 0);
}

const overlaps = (a: TextSpan, b: TextSpan): boolean => a.from < b.to && b.from < a.to;

/** The payer's items whose number is nearly written where nothing exact stands. */
export function findNearlyNamed(scene: Scene, named: readonly Named[]): Named[] {
  const taken = named.map(({ span }) => span).filter((span) => span !== null);
  const known = new Set(named.flatMap(({ standings }) => standings.map(({ item }) => item.itemId)));
  const near: (Named & { span: TextSpan })[] = [];
  // Longer runs first: a number cut in two is one number.
  const runs = longRuns(atomsOf(scene.transaction.text)).sort((a, b) => b.text.length - a.text.length);
  for (const { text, from, to } of runs) {
    const span = { from, to };
    if ([...taken, ...near.map((one) => one.span)].some((other) => overlaps(span, other))) continue;
    for (const { customerId } of scene.payers) {
      const { itemIds, edits } = scene.nearOf(customerId).nearest(text);
      const standings = standingsOf(scene, itemIds).filter(({ item }) => !known.has(item.itemId));
      if (standings.length === 0) continue;
      near.push({ span, evidence: edits > 1 ? 'reference_far' : 'reference_near', standings });
      for (const { item } of standings) known.add(item.itemId);
      break;
    }
  }
  return near;
}
