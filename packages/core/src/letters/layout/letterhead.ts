// Letterhead: who writes, to whom, from where, and the legal mentions of the foot (art. R123-237 and R123-238 C. com.).

import type { Day } from '../../kernel/index.ts';
import type { MessageLanguage, RecipientView, SenderView } from '../view.ts';
import { formatLongDay, formatMoney, formatSiren } from '../wording/format.ts';
import { labels } from '../wording/labels.ts';

/** Lines of the sender's block: name, address, telephone, e-mail. */
export function senderLines(sender: SenderView, language: MessageLanguage): readonly string[] {
  const phone = sender.phone ? [`${labels(language).phone} ${sender.phone}`] : [];
  return [sender.name, ...sender.addressLines, ...phone, ...(sender.email ? [sender.email] : [])];
}

/** Lines of the address block, six at most below one another (La Poste's limit, NF Z 10-011): name, contact, address. */
export function addressBlock(recipient: RecipientView, language: MessageLanguage): readonly string[] {
  const contact =
    recipient.contactName && recipient.contactName !== recipient.name
      ? [`${language === 'fr' ? 'À l’attention de' : 'Attn.'} ${recipient.contactName}`]
      : [];
  return [recipient.name, ...contact, ...recipient.addressLines].filter((line) => line.trim() !== '');
}

/** "Lyon, le 12 mars 2027" / "Lyon, 12 March 2027". */
export function placeAndDay(place: string | null, on: Day, language: MessageLanguage): string {
  const day = formatLongDay(on, language);
  if (language === 'en') return place ? `${place}, ${day}` : day;
  return place ? `${place}, le ${day}` : `Le ${day}`;
}

/** One line of legal mentions: name, form, capital, SIREN, RCS, VAT, seat; what is unknown is left out. */
export function legalFooter(sender: SenderView, language: MessageLanguage): string {
  const words = labels(language);
  const capital = sender.capitalCents === null ? null : formatMoney(sender.capitalCents, 'EUR', language);
  const form = [sender.legalForm, capital && `${words.capital} ${capital}`].filter(Boolean).join(' ');
  const identity = sender.rcs ?? (sender.siren ? `SIREN ${formatSiren(sender.siren)}` : null);
  const vat = sender.vatNumber ? `${words.vatNumber} ${sender.vatNumber}` : null;
  const seat = sender.addressLines.join(', ');
  return [sender.name, form, identity, vat, seat].filter(Boolean).join(' · ');
}

/** Lines under the closing words: name, title, company. */
export const signatureLines = (sender: SenderView): readonly string[] =>
  [sender.signatoryName, sender.signatoryTitle, sender.name].filter((line) => line !== null);
