// Shipped template: the text a company starts with for a tone, a channel and a language.
import type { MessageChannel, MessageLanguage, MessageTemplate, MessageTone } from '../view.ts';
import { EN_EMAIL } from './en-email.ts';
import { EN_LETTER } from './en-letter.ts';
import { FR_EMAIL } from './fr-email.ts';
import { FR_LETTER } from './fr-letter.ts';
import { SCRIPTS } from './script.ts';
import { SMS } from './sms.ts';

type Shelf = Readonly<Partial<Record<MessageTone, MessageTemplate>>>;

const SHELVES: Readonly<Record<MessageLanguage, Readonly<Record<MessageChannel, Shelf>>>> = {
  fr: {
    email: FR_EMAIL,
    sms: SMS.fr,
    letter: FR_LETTER,
    registered_letter: FR_LETTER,
    call: SCRIPTS.fr,
    task: SCRIPTS.fr,
  },
  en: {
    email: EN_EMAIL,
    sms: SMS.en,
    letter: EN_LETTER,
    registered_letter: EN_LETTER,
    call: SCRIPTS.en,
    task: SCRIPTS.en,
  },
};

/** The shipped text, or null for the one kind that does not exist: `decide` is for a colleague, never for the debtor. */
export const shippedTemplate = (
  tone: MessageTone,
  channel: MessageChannel,
  language: MessageLanguage,
): MessageTemplate | null => SHELVES[language][channel][tone] ?? null;

/**
 * Days to pay a shipped tone asks for, before rolling to a worked day; null asks for none.
 * A formal notice's follow the company's policy (8 to 15 days).
 */
export const DEADLINE_DAYS: Readonly<Record<MessageTone, number | null>> = {
  notice: null,
  courteous: 8,
  firm: 8,
  last_warning: 8,
  formal: 8,
  decide: null,
};
