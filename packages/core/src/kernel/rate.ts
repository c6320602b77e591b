// Rate: an annual percentage held as whole hundredths of a percent, so that 12.15 % is exactly 1215.

declare const rateBrand: unique symbol;

/** Annual rate in hundredths of a percent (basis points): 12.15 % = 1215. */
export type Rate = number & { readonly [rateBrand]: true };

/** @throws RangeError when `hundredths` is not a whole number. */
export function rate(hundredths: number): Rate {
  if (!Number.isSafeInteger(hundredths)) throw new RangeError(`not a rate in hundredths of a percent: ${hundredths}`);
  return hundredths as Rate;
}

/** Reads "12.15" or "12,15" percent. @throws RangeError when it is not a number with at most two decimals. */
export function parseRate(text: string): Rate {
  const match = /^(-?)(\d+)(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (!match) throw new RangeError(`not a percentage: ${text}`);
  const size = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return rate(match[1] ? -size : size);
}

/** 1215 → 12.15, for display and JSON only, never for arithmetic. */
export const ratePercent = (r: Rate): number => r / 100;
