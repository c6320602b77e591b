// Half-years in the reader's words.
import { useWords } from '../../../i18n/index.ts';

/** "2027S1" → "1er semestre 2027". */
export function useHalfYear(): (halfYear: string) => string {
  const { t } = useWords('settings');
  return (halfYear) => {
    const year = halfYear.slice(0, 4);
    const isFirst = halfYear.endsWith('S1');
    return isFirst ? t('rate.firstHalf', { year }) : t('rate.secondHalf', { year });
  };
}
