// FEC file name: SirenFECAAAAMMJJ, the closing day of the year it holds (LPF art. A47 A-1 X).
import { type Day, isDay } from '@quittance/core/kernel';

/** What a FEC's name says; the SIREN is null where it has not nine digits. */
export type FecFileName = Readonly<{ siren: string | null; closedOn: Day; part: number | null }>;

/** Reads `123456789FEC20231231.txt` (also `…_1` for a part); null when the name is not of this form. */
export function readFecFileName(fileName: string): FecFileName | null {
  const base = fileName.split(/[\\/]/).at(-1) ?? '';
  const match = /^(\d{9,14})FEC(\d{4})(\d{2})(\d{2})(?:_(\d+))?/i.exec(base);
  if (!match) return null;
  const closedOn = `${match[2]}-${match[3]}-${match[4]}`;
  if (!isDay(closedOn)) return null;
  const number = match[1]!;
  return { siren: number.length === 9 ? number : null, closedOn, part: match[5] ? Number(match[5]) : null };
}
