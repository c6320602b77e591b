// Pages: how every list is asked for and answered. The order is always total, so pages never overlap.
import { z } from 'zod';

/** Rows a page may have at most. */
export const MAX_PAGE_SIZE = 500;

const whole = (min: number, max: number, otherwise: number) =>
  z.coerce.number<number>().int().min(min).max(max).default(otherwise);

/** Query keys of every list: page from 1, size up to 500. */
export const pageKeys = { page: whole(1, 1_000_000, 1), size: whole(1, MAX_PAGE_SIZE, 50) };

/** Search text: references, names, numbers; case and accents do not matter. */
export const searchKey = { search: z.string().trim().max(200).optional() };

type Bare<C extends string> = C extends `-${infer Column}` ? Column : C;

/** Sort by one of `columns`, descending with a leading `-`; the first, as it is written here, is the default unless told. */
export const sortKey = <const C extends readonly [string, ...string[]]>(...columns: C) => {
  type Column = Bare<C[number]>;
  const bare = columns.map((column) => column.replace(/^-/, ''));
  const orders = bare.flatMap((column) => [column, `-${column}`]) as [Column, ...(Column | `-${Column}`)[]];
  return { sort: z.enum(orders).default(columns[0] as never) };
};

/** What every list answers, besides what is its own: the rows, how many there are in all, which page this is. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  ({ items: z.array(item), total: z.int().min(0), page: z.int().min(1), size: z.int().min(1) }) as const;
