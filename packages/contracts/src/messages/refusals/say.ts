// Say: how the refusals' wordings are written, a title and a sentence in each language.

/** A short title and a sentence. */
export type Wording = Readonly<{ title: string; detail: string }>;

/** A wording in each language. */
export type Said = Readonly<{ fr: Wording; en: Wording }>;

/** Both languages: title and sentence in French, then in English. */
export const say = (frTitle: string, frDetail: string, enTitle: string, enDetail: string): Said => ({
  fr: { title: frTitle, detail: frDetail },
  en: { title: enTitle, detail: enDetail },
});
