// Legal mentions: what a formal notice should say and a text may have lost. The law lists none (judges decide: Com. 9 June 2015,
// no. 14-15.342); these are the mentions practice asks for, so that a missing one is a warning and never a refusal.
import type { MessageLanguage, MessageTemplate, MessageTone, RecipientKind } from './view.ts';

/**
 * - `words`: the words "mise en demeure" (art. 1344 C. civ.); `sum`: what is claimed; `deadline`: the time to pay;
 * - `basis`: art. 1344 C. civ.; `penalties`: L. 441-10 and D. 441-5 C. com., or the law of the debtor's kind;
 * - `consequence`: what follows without payment; `consumer_fee`: the 40 € indemnity claimed from a consumer, who owes none.
 */
export type LegalMention = 'words' | 'sum' | 'deadline' | 'basis' | 'penalties' | 'consequence' | 'consumer_fee';

type Asked = Readonly<{ mention: LegalMention; fr: RegExp; en: RegExp }>;

const field = (...names: string[]): RegExp => new RegExp(`\\{\\{-?\\s*(?:${names.join('|')})\\b`);
const everywhere = (pattern: RegExp) => ({ fr: pattern, en: pattern });

const ASKED: readonly Asked[] = [
  { mention: 'words', fr: /mise? en demeure|mettons en demeure|mets en demeure/i, en: /formal notice/i },
  { mention: 'sum', ...everywhere(field('to_pay', 'total', 'invoices_total')) },
  { mention: 'deadline', ...everywhere(field('deadline', 'deadline_days')) },
  { mention: 'basis', ...everywhere(/\b1344\b/) },
  { mention: 'penalties', ...everywhere(field('penalties\\.sentence', 'penalties\\.total', 'penalties\\.interest')) },
  {
    mention: 'consequence',
    fr: /juridiction|tribunal|injonction|justice|judiciaire|mandatement/i,
    en: /court|legal (?:action|proceedings)|order for payment|proceedings/i,
  },
];

const FIXED_FEE =
  /\b40(?:[,.]00)?[\s\u00a0\u202f]*(?:€|euros?)|€[\s\u00a0\u202f]?40\b|penalties\.fixed_fee|D\.?[\s\u00a0]?441-5/i;

/** Mentions missing from (or out of place in) a text; only formal notices are asked for any, consumers' texts must not claim the fee. */
export function missingMentions(
  name: Readonly<{ tone: MessageTone; language: MessageLanguage; audience: RecipientKind }>,
  text: MessageTemplate,
): readonly LegalMention[] {
  const whole = `${text.subject}\n${text.body}`;
  const lost = name.tone === 'formal' ? ASKED.filter((asked) => !asked[name.language].test(whole)) : [];
  const fee = name.audience === 'consumer' && FIXED_FEE.test(whole) ? (['consumer_fee'] as const) : [];
  return [...lost.map(({ mention }) => mention), ...fee];
}
