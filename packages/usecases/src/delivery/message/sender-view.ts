// Sender view: the company's letterhead as a message shows it.
import type { Currency } from '@quittance/core/kernel';
import type { SenderView } from '@quittance/core/letters';
import type { PostalAddress } from '@quittance/core/parties';
import type { CompanySettings } from '../../companies/settings.ts';

/** Postal lines below a name; the country last where it is not France. */
export const postalLines = (address: PostalAddress | null): string[] => {
  if (!address) return [];
  const town = `${address.postalCode} ${address.city}`.trim();
  const lines = [address.line1, address.line2, town, address.country === 'FR' ? '' : address.country];
  return lines.filter((line) => line !== '');
};

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Where sums in the currency are paid: the account by default, unless it is in another currency and one of the company's is in it. */
function accountFor({ letterhead, currency: own }: CompanySettings, currency: Currency) {
  const other = currency === own ? undefined : letterhead.accounts.find((account) => account.currency === currency);
  return other ?? { iban: letterhead.iban, bic: letterhead.bic };
}

/** Absent details are null. The signature's first line is the name, the second the function. `currency` is the message's. */
export function senderView(settings: CompanySettings, currency: Currency = settings.currency): SenderView {
  const { letterhead, pictures } = settings;
  const account = accountFor(settings, currency);
  const [signatory = '', title = ''] = letterhead.signature.split('\n');
  return {
    name: letterhead.name,
    legalForm: textOrNull(letterhead.legalForm),
    capitalCents: letterhead.capitalCents,
    siren: letterhead.siren,
    rcs: letterhead.rcs,
    vatNumber: letterhead.vatNumber,
    addressLines: postalLines(letterhead.address),
    phone: letterhead.phone,
    email: letterhead.email,
    website: letterhead.website,
    iban: account.iban,
    bic: account.bic,
    signatoryName: textOrNull(signatory),
    signatoryTitle: textOrNull(title),
    ...pictures,
  };
}
