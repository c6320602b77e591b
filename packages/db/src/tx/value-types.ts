// How PostgreSQL values become JavaScript ones: days stay text, cents become whole numbers, nothing loses precision.
import pg from 'pg';

const { builtins } = pg.types;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;
const NUMERIC_ARRAY = 1231;

/** An int8 as a number. @throws RangeError beyond ±(2^53 − 1), where a number would round */
export function parseInt8(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new RangeError(`the whole number ${text} is too large for the program`);
}

const asIs = (text: string): string => text;

// Arrays of these types are written {a,b,NULL}, without quotes: no element holds a comma.
const arrayOf =
  <T>(parse: (text: string) => T) =>
  (text: string): (T | null)[] =>
    text === '{}'
      ? []
      : text
          .slice(1, -1)
          .split(',')
          .map((item) => (item === 'NULL' ? null : parse(item)));

const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.INT8, parseInt8],
  [INT8_ARRAY, arrayOf(parseInt8)],
  [builtins.DATE, asIs],
  [DATE_ARRAY, arrayOf(asIs)],
  [builtins.NUMERIC, asIs],
  [NUMERIC_ARRAY, arrayOf(asIs)],
]);

/**
 * Type parsers of one pool (pg's own table is left alone): int8 → number, date → 'YYYY-MM-DD', numeric → text,
 * timestamptz → Date, json → value. Note that sum(bigint) is a numeric: cast it back in SQL.
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && PARSERS.get(oid)) || pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};
