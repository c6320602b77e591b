// What a text surely names and an explanation leaves out: money for something that nobody has open is a person's to place.
import type { Evidence } from '../decision.ts';
import type { Mention } from '../references/mention.ts';
import type { Draft } from './draft.ts';
import type { Scene } from './scene.ts';

/**
 * `isOpenQuestion`: what fills the amount is not what the text names. `isSettled`: it names what is settled already. `isUnknown`: it names
 * what nobody has.
 */
export type LeftOut = Readonly<{ isOpenQuestion: boolean; isSettled: boolean; isUnknown: boolean }>;

const NEARLY = new Set<Evidence>(['reference_near', 'reference_far']);
const LETTER = /[A-Z]/;

/** A number that stands there as such: chance writes figures, hardly ever a prefix with its figures. */
const isSure = ({ kind, key }: Mention): boolean =>
  kind === 'strong' || kind === 'listed' || (kind === 'short' && LETTER.test(key));

/** Ids of a mention that are the payers'; all of them where nobody is known to pay. Those of others may be a slip of the pen. */
const ownIds = ({ payers, book }: Scene, { itemIds }: Mention): readonly number[] =>
  payers.length === 0
    ? itemIds
    : itemIds.filter((id) => payers.some(({ customerId }) => customerId === book.ownerOf(id)));

/** Asked of each explanation of a movement. */
export function leftOutOf(scene: Scene): (draft: Draft) => LeftOut {
  const readings = [scene.text, ...(scene.structured ? [scene.structured] : [])];
  const sure = readings.flatMap(({ mentions }) => mentions).filter(isSure);
  const named = sure.map((mention) => ownIds(scene, mention)).filter((ids) => ids.length > 0);
  const namesUnknown = readings.some((reading) => reading.namesUnknown);
  const callsUnknown = readings.some((reading) => reading.callsUnknown);
  return ({ items, isFilled, references }) => {
    // Figures called an invoice may be the number nearly written.
    const isUnknown = namesUnknown || (callsUnknown && !references.some((code) => NEARLY.has(code)));
    const used = new Set(items.map(({ item }) => item.itemId));
    const left = named.filter((ids) => !ids.some((id) => used.has(id)));
    const isWhollyNamed = [...used].every((id) => named.some((ids) => ids.includes(id)));
    return {
      isOpenQuestion: left.length > 0 ? !isWhollyNamed : isUnknown && isFilled,
      isUnknown,
      isSettled: left.some((ids) => ids.every((id) => scene.book.isSettled(id))),
    };
  };
}
