// What has to be worded: commands, options, headers, sentences. A missing word does not compile.
import type { FR } from './fr.ts';

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] extends object ? Texts<T[K]> : T[K] };

/** The catalogue: the French one gives its shape. */
export type Words = Texts<Omit<typeof FR, 'refusals' | 'reasons' | 'channels' | 'states' | 'figures'>> &
  Readonly<Record<'refusals' | 'reasons' | 'channels' | 'states' | 'figures', Readonly<Record<string, string>>>>;
