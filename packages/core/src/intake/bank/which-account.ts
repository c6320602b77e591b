// Which account a statement is of: as its file names it, as a person says, or the only one there is; in doubt nothing is taken. Pure.
import type { Overlap } from './compare-tellings.ts';

/** An account of the statement's currency, with how its movements compare with those of the statement. */
export type SeenAccount = Readonly<{
  bankAccountId: number;
  /** IBAN, else number, else ''; and those of the accounts found to be this one. */
  identities: readonly string[];
  iban: string | null;
  /** What people call it; may be empty. */
  name: string;
  /** Against what only files that name no account told of it, nobody having said whose they are. */
  deduced: Overlap;
  /** Against what files that name it told. */
  named: Overlap;
  /** Against all that is known of it. */
  all: Overlap;
}>;

/** A statement's account as its file names it, what a person said, and the accounts of its currency. */
export type AccountQuestion = Readonly<{
  /** IBAN, else number as written, else ''. */
  identity: string;
  iban: string | null;
  /** IBAN, number, name or `id:N` of an account; null where nobody said. */
  said: string | null;
  known: readonly SeenAccount[];
}>;

/** Who told whose account a statement is. */
export type ToldBy = 'file' | 'person' | 'deduced';

/** `given`: that account, which takes the statement's identity. `perhaps`: another account without IBAN may be the same one. */
export type AccountAnswer =
  | Readonly<{ as: 'known' | 'given'; bankAccountId: number; toldBy: ToldBy }>
  | Readonly<{ as: 'new'; identity: string; iban: string | null; toldBy: ToldBy; perhaps: boolean }>
  | Readonly<{ as: 'refused'; code: AccountDoubt; bankAccountId: number | null }>;

/** Several accounts and none said; said, but not known; said, but another has the very movements; named, but another has some of them. */
export type AccountDoubt = 'account_unsaid' | 'account_unknown' | 'account_mistaken' | 'account_unsure';

/** Signs of a number that make it likely enough to be the one within an IBAN. */
const TELLING_SIGNS = 10;

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

/** Whether a number as a bank writes it stands in that IBAN, bank and branch before it or not. */
export function isNumberWithin(number: string, iban: string): boolean {
  const signs = bare(number);
  return signs.length >= TELLING_SIGNS && iban.slice(4).includes(signs);
}

const names = ({ identities }: SeenAccount, identity: string): boolean => identities.includes(identity);

/** The account that a person means: by IBAN or number, by `id:N`, by its name where it is one account's alone. */
function meant(said: string, known: readonly SeenAccount[]): SeenAccount | undefined {
  const wanted = bare(said);
  const byNumber = known.find(({ identities }) => identities.some((each) => each !== '' && bare(each) === wanted));
  if (byNumber) return byNumber;
  const byId = known.find(({ bankAccountId }) => said === `id:${bankAccountId}`);
  const called = known.filter(({ name }) => name !== '' && name.toUpperCase() === said.trim().toUpperCase());
  return byId ?? (called.length === 1 ? called[0] : undefined);
}

/** The account a file names: by its very words, else by the number within the IBAN where that fits one alone. */
function named({ identity, iban, known }: AccountQuestion): SeenAccount | undefined {
  const exact = known.find((each) => names(each, identity));
  if (exact) return exact;
  const fitting = known.filter((each) =>
    iban === null
      ? each.iban !== null && isNumberWithin(identity, each.iban)
      : each.iban === null && each.identities.some((number) => isNumberWithin(number, iban)),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

const doubt = (code: AccountDoubt, one?: SeenAccount): AccountAnswer => ({
  ...{ as: 'refused', code, bankAccountId: one?.bankAccountId ?? null },
});

function answerNamed(asked: AccountQuestion): AccountAnswer {
  const { identity, iban, said, known } = asked;
  const own = named(asked);
  const doubtful = known.filter((each) => each !== own && (each.deduced === 'same' || each.deduced === 'unsure'));
  const [twin, ...more] = doubtful;
  if (twin) {
    const isOwnSaid = said !== null && bare(said) === bare(identity) && !doubtful.some((one) => one.deduced === 'same');
    const isTwinSaid = said !== null && meant(said, known) === twin;
    const mayBeTwin = own === undefined && more.length === 0 && twin.iban === null;
    if (mayBeTwin && (twin.deduced === 'same' || isTwinSaid))
      return { as: 'given', bankAccountId: twin.bankAccountId, toldBy: 'file' };
    if (!isOwnSaid) return doubt('account_unsure', twin);
  }
  const perhaps = known.some((each) => names(each, ''));
  if (!own) return { as: 'new', identity, iban, toldBy: 'file', perhaps };
  const gains = iban !== null && own.iban === null;
  return { as: gains ? 'given' : 'known', bankAccountId: own.bankAccountId, toldBy: 'file' };
}

function answerSaid(said: string, known: readonly SeenAccount[], ibanSaid: string | null): AccountAnswer {
  const one = meant(said, known);
  if (!one && ibanSaid === null) return doubt('account_unknown');
  const twin = known.find((each) => each !== one && each.all === 'same');
  if (twin) return doubt('account_mistaken', twin);
  return one
    ? { as: 'known', bankAccountId: one.bankAccountId, toldBy: 'person' }
    : { as: 'new', identity: ibanSaid!, iban: ibanSaid, toldBy: 'person', perhaps: false };
}

function answerAlone(known: readonly SeenAccount[]): AccountAnswer {
  const [only, ...others] = known;
  if (!only) return { as: 'new', identity: '', iban: null, toldBy: 'deduced', perhaps: false };
  const isStranger = others.length === 0 && !names(only, '') && only.named === 'other';
  if (others.length > 0 || isStranger) return doubt('account_unsaid');
  return { as: 'known', bankAccountId: only.bankAccountId, toldBy: 'deduced' };
}

/**
 * Decides. `ibanOf` reads what a person said as an IBAN without spaces, null where it is none: an account may be opened by saying it.
 * A file's own word comes first; what is said settles what a file leaves open, and never brings in movements that another account has.
 */
export function decideAccount(asked: AccountQuestion, ibanOf: (said: string) => string | null): AccountAnswer {
  if (asked.identity !== '') return answerNamed(asked);
  return asked.said === null ? answerAlone(asked.known) : answerSaid(asked.said, asked.known, ibanOf(asked.said));
}
