// Return reason: why the bank took money back, in words; a code nobody worded is named as the bank wrote it.
import './words.ts';
import { sayCode, useWords } from '../../i18n/index.ts';

/** Of an ISO 20022 code (external codes of returns and rejects). */
export function useReturnReason(): (code: string) => string {
  const { t } = useWords('payments');
  return (code) => sayCode(t, `return.code.${code}`, 'return.code.other', { code });
}
