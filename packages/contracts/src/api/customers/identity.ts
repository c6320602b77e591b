// Identity of a customer changed by hand: what decides the law that applies, the ladder, the language, the terms.
import { parsePaymentTerms } from '@quittance/core/calendar';
import type { CustomerId } from '@quittance/core/kernel';
import { z } from 'zod';
import { route } from '../../route/index.ts';
import { customerKindValue, idParam, languageValue, positiveCentsValue } from '../../values/index.ts';

const code = z.string().trim().min(1).max(80);

/** Payment terms as people write them: `30 jours fin de mois`. */
const termsText = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .refine((text) => parsePaymentTerms(text).ok, { error: 'payment_terms' });

export const identityRoutes = {
  update: route({
    method: 'PATCH',
    path: '/api/v1/customers/:customerId',
    permission: 'customer.write',
    summary: 'Change a customer by hand; imports leave what was changed so.',
    params: z.strictObject({ customerId: idParam<CustomerId>() }),
    body: z.strictObject({
      kind: customerKindValue.optional(),
      language: languageValue.optional(),
      segment: code.nullable().optional(),
      ownerEmail: z.email().max(254).nullable().optional(),
      scenario: code.nullable().optional(),
      paymentTerms: termsText.nullable().optional(),
      creditLimitCents: positiveCentsValue.nullable().optional(),
    }),
    output: z.strictObject({ changed: z.array(z.string()), dueDates: z.int() }),
    refusals: [],
  }),
};
