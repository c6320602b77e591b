// The shipped table of half-year rates, 2015 to the second half of 2026, each value with its source and how sure it is.
// An organization may edit its own copy; the functions take the table they are given.
import { type Day, day, parseRate } from '../../../kernel/index.ts';
import type { Confidence } from '../../effective-dated.ts';
import type { HalfYear } from './half-year.ts';
import type { HalfYearRates } from './rates.ts';

/** The day the shipped rows were last compared with their sources. */
export const RATE_TABLE_VERIFIED_ON: Day = day('2026-11-21');

type Row = readonly [halfYear: HalfYear, mro: string, individual: string, other: string, legal: string, ecb: string];

const CHANGED_2014 = 'ECB decision, 0.05 since 2014-09-10 (ing.lu)';
const STEADY = 'ECB level 0.00 between the published changes of 2016-03-16 and 2022-07-27';

// Percentages. `legal` is the source of both legal rates (order of the minister, art. L313-2 and D313-1-A CMF).
const ROWS: readonly Row[] = [
  ['2015S1', '0.05', '4.06', '0.93', 'aeccompta.com', CHANGED_2014],
  ['2015S2', '0.05', '4.29', '0.99', 'affairesjuridiques.aphp.fr', CHANGED_2014],
  ['2016S1', '0.05', '4.54', '1.01', 'onb-france', CHANGED_2014],
  ['2016S2', '0.00', '4.35', '0.93', 'phytoma', 'ECB change of 2016-03-16'],
  ['2017S1', '0.00', '4.16', '0.90', 'efl.fr', STEADY],
  ['2017S2', '0.00', '3.94', '0.90', 'efl.fr', STEADY],
  ['2018S1', '0.00', '3.73', '0.89', 'individuals published; other cases inferred, one site prints 0.88', STEADY],
  ['2018S2', '0.00', '3.60', '0.88', 'order of 2018-06-27 (veegee.fr)', STEADY],
  ['2019S1', '0.00', '3.40', '0.86', 'order of 2018-12-21 (legifiscal)', STEADY],
  ['2019S2', '0.00', '3.26', '0.87', 'aeccompta', STEADY],
  ['2020S1', '0.00', '3.15', '0.87', 'cabinet-cec', STEADY],
  ['2020S2', '0.00', '3.11', '0.84', 'cabinet-cec', STEADY],
  ['2021S1', '0.00', '3.14', '0.79', 'dandrel', STEADY],
  ['2021S2', '0.00', '3.12', '0.76', 'dandrel', STEADY],
  ['2022S1', '0.00', '3.13', '0.76', 'droit-pratique.fr', STEADY],
  ['2022S2', '0.00', '3.15', '0.77', 'notaires2normandie', STEADY],
  ['2023S1', '2.50', '4.47', '2.06', 'press', 'ECB change of 2022-12-21'],
  ['2023S2', '4.00', '6.82', '4.22', 'order of 2023-06-27', 'ECB change of 2023-06-21'],
  ['2024S1', '4.50', '8.01', '5.07', 'individuals published; other cases weakly sourced', 'ECB change of 2023-09-20'],
  ['2024S2', '4.25', '8.16', '4.92', 'legifiscal', 'ECB change of 2024-06-12'],
  ['2025S1', '3.15', '7.21', '3.71', 'order of 2024-12-17', 'ECB change of 2024-12-18'],
  ['2025S2', '2.15', '6.65', '2.76', 'order of 2025-06-19, JO 2025-06-24', 'ECB change of 2025-06-11'],
  ['2026S1', '2.15', '6.67', '2.62', 'order of 2025-12-15, JO 2025-12-26 (juriblio.fr)', 'ECB change of 2025-06-11'],
  [
    '2026S2',
    '2.40',
    '6.84',
    '2.75',
    'order of 2026-06-26, JO 2026-06-30, as quoted',
    'ECB change of 2026-06-17, as quoted',
  ],
];

// Everything not named here was seen in a publication quoting the order or the decision (`secondary`).
const DOUBTS: Readonly<Record<string, Confidence>> = {
  '2016S2 ecbMro': 'unsourced',
  '2018S1 legalOther': 'unsourced',
  '2024S1 legalOther': 'reported',
  '2026S2 ecbMro': 'reported',
  '2026S2 legalIndividual': 'reported',
  '2026S2 legalOther': 'reported',
};

const readRow = ([halfYear, mro, individual, other, legal, ecb]: Row): HalfYearRates => {
  const value = (name: string, percent: string, source: string) => ({
    rate: parseRate(percent),
    source,
    confidence: DOUBTS[`${halfYear} ${name}`] ?? ('secondary' as const),
  });
  return {
    halfYear,
    ecbMro: value('ecbMro', mro, ecb),
    legalIndividual: value('legalIndividual', individual, legal),
    legalOther: value('legalOther', other, legal),
    verifiedOn: RATE_TABLE_VERIFIED_ON,
  };
};

/**
 * Rates by half-year in order: ECB main refinancing rate (art. L441-10 II C. com., R2192-31 CCP) and legal interest rates (art. L313-2 CMF).
 * The second half of 2026 and a few older values are marked as doubtful; the next half-year is absent until it is published.
 */
export const FRENCH_RATES: readonly HalfYearRates[] = ROWS.map(readRow);
