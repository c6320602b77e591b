// Problem words: a refusal as a title and a sentence in the reader's language. Codes inside it become words first.
import { ApiError } from '@quittance/contracts/client';
import { fill, REFUSAL_MESSAGES, writtenFacts } from '@quittance/contracts/messages';
import type { RefusalCode } from '@quittance/contracts/refusals';
import type { Cents, Currency, Day } from '@quittance/core/kernel';
import { formatDay, formatMoney } from '@quittance/core/letters';
import type { ScreenLanguage } from '@quittance/ui/language';

/** A refusal in words. */
export type ProblemWords = Readonly<{ title: string; detail: string }>;

const UNREACHABLE: Readonly<Record<ScreenLanguage, ProblemWords>> = {
  fr: {
    title: 'Le serveur ne répond pas',
    detail: 'Rien n’est perdu : ce que vous avez saisi reste ici. Vérifiez le réseau, puis réessayez.',
  },
  en: {
    title: 'The server does not answer',
    detail: 'Nothing is lost: what you typed stays here. Check the network, then try again.',
  },
};

type Fact = string | number | boolean | null;
/** Turns a fact that is a code (`state`, `reason`, `role` …) into a word; anything else is returned as it is. */
export type FactWords = (name: string, value: Fact) => Fact;

const asIs: FactWords = (_, value) => value;

/** The words of a refusal code. */
export function wordsOfCode(
  code: RefusalCode | 'unreachable',
  language: ScreenLanguage,
  facts: Readonly<Record<string, Fact>> = {},
): ProblemWords {
  if (code === 'unreachable') return UNREACHABLE[language];
  const { title, detail } = REFUSAL_MESSAGES[code][language];
  const { currency } = facts;
  const written = writtenFacts(facts, {
    amount: (cents) => (currency ? formatMoney(cents as Cents, currency as Currency, language) : ''),
    day: (on) => formatDay(on as Day, language),
  });
  return { title, detail: fill(detail, written) };
}

/** The words of anything thrown by a call. */
export function wordsOfError(error: unknown, language: ScreenLanguage, factWords: FactWords = asIs): ProblemWords {
  if (!(error instanceof ApiError)) return wordsOfCode('internal_error', language);
  const facts = Object.entries(error.problem?.facts ?? {}).map(([name, value]) => [name, factWords(name, value)]);
  return wordsOfCode(error.code, language, {
    requestId: error.problem?.requestId ?? null,
    ...(Object.fromEntries(facts) as Record<string, Fact>),
  });
}

/** Messages of the fields at fault, by the last part of their path: `body.user.email` is found as `email`. */
export function fieldMessages(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ApiError)) return {};
  const errors = error.problem?.errors ?? [];
  return Object.fromEntries(errors.map((e) => [e.field.split('.').at(-1) ?? e.field, e.message]));
}
