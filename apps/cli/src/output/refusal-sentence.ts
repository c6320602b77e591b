// A refusal as a sentence: the command line's own words, else those of the common catalogue, else the code and its facts.
import { fill, REFUSAL_MESSAGES } from '@quittance/contracts/messages';
import type { Language } from '@quittance/core/parties';
import { wordsIn } from '../messages/index.ts';
import type { CliRefusal } from '../run/answer.ts';

const isKnown = (code: string): code is keyof typeof REFUSAL_MESSAGES => Object.hasOwn(REFUSAL_MESSAGES, code);

/** Says a refusal. An unknown code is shown with its facts rather than hidden. */
export function refusalSentence(refusal: CliRefusal, language: Language): string {
  const { code, facts, ...rest } = refusal;
  const all = { ...rest, ...(facts as Readonly<Record<string, unknown>> | undefined) };
  const own = wordsIn(language).refusals[code];
  if (own !== undefined) return fill(own, all, language);
  if (isKnown(code)) return fill(REFUSAL_MESSAGES[code][language].detail, all, language);
  return `${code} ${JSON.stringify(all)}`;
}
