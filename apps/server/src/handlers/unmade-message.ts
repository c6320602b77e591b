// A message that cannot be made, as the API says it: a fault of the template has its place, anything else its own reason.
import type { ComposeRefusal } from '@quittance/usecases/delivery';

/** The refusal of a route that declares `UNMADE`. */
export function unmadeMessage(refusal: ComposeRefusal) {
  if (refusal.code === 'no_postal_address') return { code: 'postal_address_missing' } as const;
  if (refusal.code === 'template_missing') return { code: 'template_missing' } as const;
  if (refusal.code === 'view_without_lines') return { code: 'message_empty' } as const;
  if (refusal.code === 'sms_too_long') {
    const { length, limit } = refusal;
    return { code: 'sms_too_long', facts: { length, limit } } as const;
  }
  if (!('line' in refusal)) return { code: 'message_inconsistent' } as const;
  const { line, column, seen, part } = refusal;
  return { code: 'template_broken', facts: { line, column, seen, part } } as const;
}
