// Penalty wording: what may be said about late-payment penalties to each kind of debtor. The law is fixed here, not in templates,
// so that no template can claim the 40 € indemnity or the ECB rate from a consumer.
import { type Cents, cents } from '../../kernel/index.ts';
import type { MessageLanguage, MessageView, PenaltiesView, RecipientKind } from '../view.ts';
import { formatLongDay, formatMoney, formatRates } from './format.ts';

type Shown = Exclude<PenaltiesView, { mode: 'none' }>;

// Business: art. L441-10 II and D441-5 C. com. Consumer: art. 1231-6 and 1344-1 C. civ. Public: art. L2192-13 and D2192-35 CCP.
const BASIS: Readonly<Record<MessageLanguage, Readonly<Record<RecipientKind, string>>>> = {
  fr: {
    business: 'en application des articles L.\u00A0441-10 et D.\u00A0441-5 du Code de commerce',
    consumer: 'en application des articles 1231-6 et 1344-1 du Code civil',
    public: 'en application des articles L.\u00A02192-13 et D.\u00A02192-35 du Code de la commande publique',
  },
  en: {
    business: 'under articles L.\u00A0441-10 and D.\u00A0441-5 of the French Commercial Code',
    consumer: 'under articles 1231-6 and 1344-1 of the French Civil Code',
    public: 'under articles L.\u00A02192-13 and D.\u00A02192-35 of the French Public Procurement Code',
  },
};
const NAME: Readonly<Record<MessageLanguage, Readonly<Record<RecipientKind, string>>>> = {
  fr: {
    business: 'les pénalités de retard',
    consumer: 'les intérêts de retard au taux légal',
    public: 'les intérêts moratoires',
  },
  en: {
    business: 'late-payment penalties',
    consumer: 'late-payment interest at the legal rate',
    public: 'late-payment interest',
  },
};

/** One fixed indemnity, from the sum and the count. */
export const unitFee = (penalties: Shown): Cents =>
  penalties.fixedFeeCount === 0 ? cents(0) : cents(Math.round(penalties.fixedFeeCents / penalties.fixedFeeCount));

/** The yearly rates that applied, in turn; null where none can be told. */
export const ratesText = (penalties: Shown, language: MessageLanguage): string | null => {
  const rates = penalties.ratePct === null ? (penalties.ratesPct ?? []) : [penalties.ratePct];
  return rates.length === 0 ? null : formatRates(rates, language);
};

/** "taux annuel de 12,40 %" for one rate, "taux annuels de 12,15 % puis 12,40 %" for several. */
function rateClause(penalties: Shown, language: MessageLanguage): string {
  const text = ratesText(penalties, language);
  if (text === null) return '';
  const isOne = penalties.ratePct !== null;
  if (language === 'fr') return ` (${isOne ? 'taux annuel' : 'taux annuels'} de ${text})`;
  return ` (${isOne ? 'annual rate' : 'annual rates'} of ${text})`;
}

function feeClause(view: MessageView, penalties: Shown): string {
  if (penalties.fixedFeeCents === 0 || view.recipient.kind === 'consumer') return '';
  const { language } = view;
  const unit = formatMoney(unitFee(penalties), view.currency, language);
  const sum = formatMoney(penalties.fixedFeeCents, view.currency, language);
  if (language === 'fr')
    return `, auxquels s’ajoute l’indemnité forfaitaire pour frais de recouvrement de ${unit} par facture, soit ${sum}`;
  return `, plus the fixed recovery indemnity of ${unit} per invoice, that is ${sum}`;
}

/**
 * The sentence on penalties, or an empty text where none are mentioned. Shown: for information, not part of the total.
 * Claimed: part of what is to be paid, and said so.
 */
export function penaltySentence(view: MessageView): string {
  const { penalties, language } = view;
  if (penalties.mode === 'none') return '';
  const name = NAME[language][view.recipient.kind];
  const sum = formatMoney(penalties.interestCents, view.currency, language);
  const on = formatLongDay(penalties.computedOn, language);
  const at = rateClause(penalties, language);
  const fee = feeClause(view, penalties);
  const basis = BASIS[language][view.recipient.kind];
  if (language === 'fr') {
    const sentence = `${name}, arrêtés au ${on}, s’élèvent à ${sum}${at}${fee}, ${basis}.`;
    const agreed =
      view.recipient.kind === 'business'
        ? sentence.replace('arrêtés', 'arrêtées').replace('auxquels', 'auxquelles')
        : sentence;
    const all = formatMoney(penalties.totalCents, view.currency, language);
    if (penalties.mode === 'shown')
      return `À titre d’information, ${agreed} Cette somme n’est pas comprise dans le total ci-dessus.`;
    return `${agreed.charAt(0).toUpperCase()}${agreed.slice(1)} Cette somme de ${all} est comprise dans le total à régler.`;
  }
  const sentence = `${name} come to ${sum} as of ${on}${at}${fee}, ${basis}.`;
  const all = formatMoney(penalties.totalCents, view.currency, language);
  if (penalties.mode === 'shown') return `For your information, ${sentence} This is not included in the total above.`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)} This sum of ${all} is included in the total to pay.`;
}
