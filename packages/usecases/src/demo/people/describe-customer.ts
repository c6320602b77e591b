// Gives a sketched customer its account code, SIREN, address, telephone and contacts, all invented and always the same.
import { parsePaymentTerms } from '@quittance/core/calendar';
import { cents } from '@quittance/core/kernel';
import { type ContactRole, isSiren, type PostalAddress } from '@quittance/core/parties';
import { type Draw, drawFrom } from '../draw.ts';
import type { CustomerSketch, DemoContact, DemoCustomer } from './demo-customer.ts';
import { ownerOf } from './team.ts';
import { FIRST_NAMES, STREETS, SURNAMES, TOWNS } from './words.ts';

/** Nine digits with a right key in a range no company is given: they begin with 000. */
export function inventedSiren(serial: number): string {
  const body = `000${String(serial).padStart(5, '0')}`;
  for (let key = 0; key <= 9; key++) if (isSiren(`${body}${key}`)) return `${body}${key}`;
  throw new RangeError(`no key for ${body}`);
}

/** "Hôtel des Brumes" → "hotel-des-brumes.example": a domain that can never exist (RFC 2606). */
const domainOf = (name: string): string => {
  const slug = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return `${slug.replace(/^-|-$/g, '')}.example`;
};

const localPart = (name: string): string => domainOf(name).replace('.example', '').replaceAll('-', '.');

// The numbers French and British regulators keep for fiction.
const phoneOf = (draw: Draw, language: string): string =>
  language === 'en'
    ? `+44 20 7946 0${draw.between(100, 999)}`
    : `01 99 00 ${draw.between(10, 99)} ${draw.between(10, 99)}`;

const ENGLISH_PLACES: readonly PostalAddress[] = [
  { line1: '14 Larkspur Wharf', line2: '', postalCode: 'ZZ1 4QT', city: 'London', country: 'GB' },
  { line1: '3 Tannery Row', line2: '', postalCode: 'D99 X0X0', city: 'Dublin', country: 'IE' },
];

const addressOf = (draw: Draw, sketch: CustomerSketch): PostalAddress => {
  if (sketch.language === 'en') return draw.pick(ENGLISH_PLACES);
  const town = TOWNS.find((candidate) => sketch.name.endsWith(candidate.city)) ?? draw.pick(TOWNS);
  return { line1: `${draw.between(1, 120)} ${draw.pick(STREETS)}`, line2: '', ...town, country: 'FR' };
};

const ENGLISH_PEOPLE = ['Rowena Ashgarth', 'Declan Mulvarren', 'Imogen Thackwell', 'Piers Oldcastle'] as const;

const person = (draw: Draw, sketch: CustomerSketch): string =>
  sketch.language === 'en' ? draw.pick(ENGLISH_PEOPLE) : `${draw.pick(FIRST_NAMES)} ${draw.pick(SURNAMES)}`;

type Reachable = Readonly<{ email: string | null; phone: string | null }>;

const contactsOf = (draw: Draw, sketch: CustomerSketch, reachable: Reachable): readonly DemoContact[] => {
  if (sketch.reach === 'nothing' || sketch.kind === 'consumer') return [];
  const contact = (roles: readonly ContactRole[]): DemoContact => {
    const name = person(draw, sketch);
    const email =
      reachable.email && sketch.reach !== 'bounced' ? `${localPart(name)}@${domainOf(sketch.name)}` : reachable.email;
    return { name, roles, email, phone: reachable.phone, language: sketch.language };
  };
  const billing = contact(['billing', 'reminders']);
  if (sketch.reach === 'two_roles' || sketch.segment === 'grands comptes')
    return [billing, contact(['disputes']), contact(['decision', 'formal_notice'])];
  return [billing];
};

const DAYS_OF_CREDIT = 3;

/** The whole customer. @throws RangeError when its payment terms cannot be read. */
export function describeCustomer(sketch: CustomerSketch, serial: number): DemoCustomer {
  const draw = drawFrom(`customer ${serial}`);
  const terms = parsePaymentTerms(sketch.terms);
  if (!terms.ok) throw new RangeError(`payment terms: ${sketch.terms}`);
  const unreachable = sketch.reach === 'nothing';
  const email = unreachable || sketch.reach === 'no_email' ? null : `comptabilite@${domainOf(sketch.name)}`;
  const phone = unreachable ? null : phoneOf(draw, sketch.language);
  return {
    ...sketch,
    ref: `C${String(serial).padStart(4, '0')}`,
    siren: sketch.kind === 'consumer' || sketch.language === 'en' ? null : inventedSiren(10_000 + serial * 7),
    email,
    phone,
    address: unreachable || sketch.reach === 'no_postal' ? null : addressOf(draw, sketch),
    creditLimitCents: sketch.segment === 'PME' ? cents(sketch.usualCents * DAYS_OF_CREDIT) : null,
    paymentTerms: terms.value,
    ownerEmail: ownerOf(serial, sketch.segment),
    contacts: contactsOf(draw, sketch, { email, phone }),
  };
}
