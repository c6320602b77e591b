// Each reason a message cannot be made is said as what it is: only a fault of the text has a line and a column.
import { fill, REFUSAL_MESSAGES } from '@quittance/contracts/messages';
import { cents } from '@quittance/core/kernel';
import type { ComposeRefusal } from '@quittance/usecases/delivery';
import { expect, it } from 'vitest';
import { unmadeMessage } from './unmade-message.ts';

const fault = { code: 'unknown_field', line: 2, column: 4, seen: 'compny', detail: 'x', part: 'body' } as const;

it.each<[refusal: ComposeRefusal, code: string, said: string]>([
  [fault, 'template_broken', 'ligne 2, colonne 4, près de « compny »'],
  [{ code: 'no_postal_address' }, 'postal_address_missing', 'adresse postale'],
  [{ code: 'template_missing' }, 'template_missing', 'Aucun texte'],
  [{ code: 'sms_too_long', length: 480, limit: 459 }, 'sms_too_long', '480 caractères, pour 459'],
  [{ code: 'view_without_lines' }, 'message_empty', 'Aucune facture'],
  [
    { code: 'view_sum_mismatch', expectedCents: cents(1), totalCents: cents(2) },
    'message_inconsistent',
    'ne s’accordent pas',
  ],
])('%j is %s', (refusal, code, said) => {
  const told = unmadeMessage(refusal);
  expect(told.code).toBe(code);
  const words = fill(REFUSAL_MESSAGES[told.code].fr.detail, 'facts' in told ? told.facts : {});
  expect(words).toContain(said);
  expect(words).not.toMatch(/[{}]/);
});
