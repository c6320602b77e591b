// Fill: puts facts into a sentence. What is missing is left out with its brackets, never shown as a raw name.

/** Replaces `{name}` by the fact of that name; an absent one disappears, and an empty pair of brackets with it. */
export const fill = (sentence: string, facts: Readonly<Record<string, unknown>>): string =>
  sentence
    .replace(/\{(\w+)\}/g, (_, name: string) => (facts[name] == null ? '' : String(facts[name])))
    .replace(/ ?\( *\)/g, '');
