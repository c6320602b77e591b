// Named items: what each mention of the text means in the open book.
import type { Evidence, TextSpan } from '../decision.ts';
import { crowdingOf } from '../references/crowding.ts';
import type { Mention } from '../references/mention.ts';
import type { Standing } from '../shelf.ts';
import { type Choice, resolveChoices } from './choices.ts';
import type { Scene } from './scene.ts';

/** A piece of text, what it is worth, and the items it means: one, or the terms of one invoice. */
export type Named = Readonly<{
  span: TextSpan | null;
  evidence: Evidence;
  crowded: number;
  standings: readonly Standing[];
}>;

const EVIDENCE_OF: Readonly<Record<Mention['kind'], Evidence>> = {
  strong: 'reference',
  listed: 'reference_listed',
  doubtful: 'reference_near',
  short: 'reference_short',
};

/** Open items under the ids, those of one number together. */
function byNumber({ book, transaction }: Scene, itemIds: readonly number[]): Standing[][] {
  const groups = new Map<string, Standing[]>();
  for (const itemId of itemIds) {
    const standing = book.standing(itemId, transaction.currency);
    if (!standing) continue;
    const key = `${standing.item.customerId} ${standing.item.number}`;
    const there = groups.get(key);
    if (there) there.push(standing);
    else groups.set(key, [standing]);
  }
  return [...groups.values()];
}

/** Of numbers that look alike, those whose very amount was paid. */
const ofTheAmount = (groups: readonly (readonly Standing[])[], received: number) =>
  groups.filter((group) => group.some(({ openCents }) => openCents === received));

const isOf = ({ payers }: Scene, standing: Standing | undefined): boolean =>
  payers.some(({ customerId }) => customerId === standing?.item.customerId);

/** What a mention may mean: the payer's items where he has some; a short one means another's only where the very amount is his. */
function meanings(scene: Scene, mention: Mention): readonly (readonly Standing[])[] {
  const all = byNumber(scene, mention.itemIds);
  const own = all.filter(([first]) => isOf(scene, first));
  if (own.length > 0) return own;
  return mention.kind === 'short' && scene.payers.length > 0 ? ofTheAmount(all, scene.transaction.cents) : all;
}

/** Its meanings, and how crowded the numbers around are where no payer speaks for them. */
function meant(scene: Scene, mention: Mention): Pick<Choice, 'meanings' | 'crowded'> {
  const found = meanings(scene, mention);
  const isPayers = found.every(([first]) => isOf(scene, first));
  return { meanings: found, crowded: isPayers ? 0 : crowdingOf(mention.key, scene.references) };
}

const choiceOf = (scene: Scene, mention: Mention, isStructured: boolean): Choice => ({
  span: isStructured ? null : mention.span,
  evidence: isStructured && mention.kind !== 'short' ? 'creditor_reference' : EVIDENCE_OF[mention.kind],
  ...meant(scene, mention),
});

/** The items that the text and the structured reference name. */
export function findNamed(scene: Scene): Named[] {
  const choices = [
    ...scene.text.mentions.map((mention) => choiceOf(scene, mention, false)),
    ...(scene.structured?.mentions ?? []).map((mention) => choiceOf(scene, mention, true)),
  ];
  return resolveChoices(
    choices.filter((choice) => choice.meanings.length > 0),
    scene.transaction.cents,
  );
}
