// Merging: which movements of a file are known already, so that no file, format or order doubles one or loses one. Pure.
import { type Cents, groupBy } from '../../kernel/index.ts';
import { isCutShort, likeness, type MovementTraits } from './movement-traits.ts';

/** A booked movement of the file; `key` is its movementKey, or what stands for it. */
export type ReadMovement = MovementTraits & Readonly<{ position: number; statement: number; key: string }>;

/** A movement of the account that is known, with the format that brought it. */
export type StoredMovement = MovementTraits &
  Readonly<{
    transactionId: number;
    format: string;
    /** Its own key, as ReadMovement has one. */
    key: string;
    /** Keys under which other files told it. */
    toldAs: readonly string[];
    /** Statements of that format that told it. */
    statements: readonly number[];
    /** Statements of other formats taken to have told it: it, or another of its day and amount. */
    perhaps: readonly number[];
  }>;

/** The movements of one account, read and known, of the same days. */
export type MergeInput = Readonly<{
  format: string;
  /** In file order. */
  read: readonly ReadMovement[];
  /** In the order they became known. */
  stored: readonly StoredMovement[];
  /** For a statement of the file, the known statements it continues or that continue it: their movements are not its. */
  apart: ReadonlyMap<number, ReadonlySet<number>>;
}>;

/** How a movement was recognised: as it is, told by another format, or as a total of details and the other way round. */
export type Recognition = 'key' | 'format' | 'batch';

/** What a movement of the file is: new with its place among alike ones, or known. */
export type MergeDecision = Readonly<
  { position: number; key: string } & (
    | { as: 'new'; nth: number; transactionIds: readonly [] }
    | { as: Recognition; nth: null; transactionIds: readonly number[] }
  )
>;

type Known = { movement: StoredMovement; perhaps: Set<number>; taken: boolean };
type Told = { movement: ReadMovement; found: readonly number[]; as: Recognition | null };

const dayAndAmount = ({ movement: { bookedOn, cents } }: Told | Known) => `${bookedOn} ${cents}`;

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** One merge: what is left on both sides shrinks step by step, the surest recognition first. */
class Merge {
  private readonly told: Told[];
  private readonly known: Known[];
  private readonly alikes: ReadonlyMap<string, Known[]>;
  private readonly input: MergeInput;

  constructor(input: MergeInput) {
    this.input = input;
    this.told = input.read.map((movement) => ({ movement, found: [], as: null }));
    this.known = input.stored.map((movement) => ({ movement, perhaps: new Set(movement.perhaps), taken: false }));
    this.alikes = groupBy(this.known, dayAndAmount);
  }

  decide(): MergeDecision[] {
    this.byKey();
    this.byBatch();
    this.byFormat();
    const alike = groupBy(this.known, ({ movement }) => movement.key);
    const nth = new Map([...alike].map(([key, list]) => [key, list.length]));
    return this.told.map(({ movement: { position, key }, found, as }): MergeDecision => {
      if (as !== null) return { position, key, as, nth: null, transactionIds: found };
      const place = (nth.get(key) ?? 0) + 1;
      nth.set(key, place);
      return { position, key, as: 'new', nth: place, transactionIds: [] };
    });
  }

  private byKey(): void {
    const byKey = new Map<string, Known[]>();
    for (const one of this.known)
      for (const key of new Set([one.movement.key, ...one.movement.toldAs])) push(byKey, key, one);
    for (const one of this.told) {
      const known = byKey.get(one.movement.key)?.find((each) => !each.taken && this.mayBe(one, each));
      if (known) this.recognise(one, [known], 'key');
    }
  }

  /** One side tells a total where the other tells its details: same day, same reference of the bank, equal sums. */
  private byBatch(): void {
    const batchOf = ({ movement: { bookedOn, bankReference } }: Told | Known) =>
      bankReference === null ? null : `${bookedOn} ${bankReference}`;
    const known = groupBy(this.leftKnown(), batchOf);
    for (const [batch, ours] of groupBy(this.leftTold(), batchOf)) {
      const theirs = (known.get(batch) ?? []).filter((each) => ours.every((one) => this.mayBe(one, each)));
      const isTotal = (ours.length === 1) !== (theirs.length === 1) && theirs.length > 0;
      if (!isTotal || sumOf(ours) !== sumOf(theirs)) continue;
      for (const one of ours) this.recognise(one, theirs, 'batch');
    }
  }

  /** Another format tells the same day and amount in its own words, or a file that was cut short the beginning of them: the likest first. */
  private byFormat(): void {
    const known = groupBy(this.leftKnown(), dayAndAmount);
    for (const [which, ours] of groupBy(this.leftTold(), dayAndAmount)) {
      for (const [one, other] of likestFirst(ours, known.get(which) ?? [])) {
        const isOther = other.movement.format !== this.input.format || isCutShort(one.movement, other.movement);
        if (isOther && one.as === null && !other.taken && this.mayBe(one, other))
          this.recognise(one, [other], 'format');
      }
    }
  }

  private recognise(one: Told, known: readonly Known[], as: Recognition): void {
    one.as = as;
    one.found = known.map(({ movement }) => movement.transactionId);
    for (const each of known) {
      each.taken = true;
      this.leave(one, each);
    }
  }

  /** Not where statements of its own stand apart from the line's; where that is only perhaps so, while another may stand in for it. */
  private mayBe({ movement: { statement } }: Told, known: Known): boolean {
    const apart = this.input.apart.get(statement);
    if (apart === undefined) return true;
    if (known.movement.statements.some((each) => apart.has(each))) return false;
    return [...known.perhaps].every((each) => !apart.has(each) || this.standIn(known, each) !== undefined);
  }

  /** Another of the same day and amount that this statement may have told as well. */
  private standIn({ movement: { bookedOn, cents, transactionId } }: Known, statement: number): Known | undefined {
    return this.alikes
      .get(`${bookedOn} ${cents}`)
      ?.find(
        ({ movement, perhaps, taken }) =>
          !taken &&
          movement.transactionId !== transactionId &&
          !perhaps.has(statement) &&
          !movement.statements.includes(statement),
      );
  }

  /** What a statement apart from the line perhaps told was another, then. */
  private leave({ movement: { statement } }: Told, known: Known): void {
    for (const each of [...known.perhaps]) {
      if (!this.input.apart.get(statement)?.has(each)) continue;
      known.perhaps.delete(each);
      this.standIn(known, each)?.perhaps.add(each);
    }
  }

  private leftTold = (): Told[] => this.told.filter(({ as }) => as === null);
  private leftKnown = (): Known[] => this.known.filter(({ taken }) => !taken);
}

const sumOf = (list: readonly (Told | Known)[]): Cents =>
  list.reduce((sum, { movement }) => sum + movement.cents, 0) as Cents;

/** Beyond so many pairs of one day and amount, they are taken in their order. */
const MOST_COMPARED = 40_000;

function likestFirst(ours: readonly Told[], theirs: readonly Known[]): (readonly [Told, Known])[] {
  if (ours.length * theirs.length > MOST_COMPARED)
    return ours.flatMap((one, index) => (theirs[index] ? [[one, theirs[index]] as const] : []));
  return ours
    .flatMap((one) => theirs.map((other) => ({ one, other, score: likeness(one.movement, other.movement) })))
    .sort((a, b) => b.score - a.score)
    .map(({ one, other }) => [one, other] as const);
}

/** Tells known movements of a file from new ones. Each known movement is met at most once, a total and its details aside. */
export const mergeMovements = (input: MergeInput): MergeDecision[] => new Merge(input).decide();
