// A mention: a piece of text that names items.
import type { TextSpan } from '../decision.ts';

/**
 * How a mention was read: `strong` a number nobody writes by chance; `listed` a short one after the word invoice or after the prefix of
 * another; `doubtful` with other zeros than it has; `short` what might be chance.
 */
export type MentionKind = 'strong' | 'listed' | 'doubtful' | 'short';

/** A piece of text that names one item, or several that bear the same number. */
export type Mention = Readonly<{
  itemIds: readonly number[];
  kind: MentionKind;
  span: TextSpan;
  /** The number as it was found. */
  key: string;
}>;
