// Reader's language: what the request asks for where we speak it, else the user's own, else French.
import type { Language } from '@quittance/core/parties';

/** First of `fr` and `en` in an Accept-Language header, by weight then order; undefined where neither is named. */
export function parseAcceptLanguage(header: string | undefined): Language | undefined {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined);
    return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
  });
  const known = wishes.filter((wish) => wish.weight > 0 && (wish.language === 'fr' || wish.language === 'en'));
  return known.toSorted((a, b) => b.weight - a.weight)[0]?.language as Language | undefined;
}
