// The invented company that is owed: kitchen equipment for restaurants, hotels and canteens.
import { cents } from '@quittance/core/kernel';
import { frenchVatNumber } from '@quittance/core/parties';
import type { DemoCompany } from './demo-customer.ts';
import { inventedSiren } from './describe-customer.ts';

const SERIAL = 4_271;

/** The short name of the demo's organization and company, wherever it is loaded from. */
export const DEMO_CODE = 'demo';

/** The creditor of the demo. Its bank code is one no bank has, its e-mail a domain that cannot exist. */
export const DEMO_COMPANY: DemoCompany = {
  name: 'Belvaudois Équipement',
  legalForm: 'SAS',
  siren: inventedSiren(SERIAL),
  vatNumber: frenchVatNumber(inventedSiren(SERIAL)),
  capitalCents: cents(20_000_000),
  registerTown: 'Port-Émeraude',
  address: { line1: '8 quai des Mariniers', line2: '', postalCode: '96400', city: 'Port-Émeraude', country: 'FR' },
  email: 'comptabilite@belvaudois-equipement.example',
  phone: '01 99 00 27 18',
  iban: 'FR7699999000010000027182813',
  bic: 'ZZZZFRP0XXX',
  language: 'fr',
  paymentTerms: '30 jours',
};
