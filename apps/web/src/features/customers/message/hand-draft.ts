// Hand draft: what a message by hand is made of while it is written.
import type { CustomerView } from '@quittance/contracts/api';

/** Tones a person may write in; a formal notice comes from the ladder alone. */
export const TONES = ['notice', 'courteous', 'firm', 'last_warning'] as const;

/** `words` null takes the template of the tone. */
export type HandDraft = Readonly<{
  channel: 'email' | 'letter';
  tone: (typeof TONES)[number];
  language: 'fr' | 'en';
  contactId: number | null;
  receivableIds: readonly number[];
  words: Readonly<{ subject: string; body: string }> | null;
}>;

/** Everything that is late, politely; where nothing is, what is to come, as a notice. */
export function startOf(customer: CustomerView): HandDraft {
  const late = customer.receivables.filter(({ daysLate }) => daysLate > 0);
  const listed = late.length > 0 ? late : customer.receivables;
  const contact =
    customer.contacts.find(({ roles, email }) => email && roles.includes('reminders')) ??
    customer.contacts.find(({ email }) => email);
  return {
    channel: 'email',
    tone: late.length > 0 ? 'courteous' : 'notice',
    language: contact?.language ?? customer.language,
    contactId: contact?.contactId ?? null,
    receivableIds: listed.map(({ receivableId }) => receivableId),
    words: null,
  };
}

/** The draft as the API takes it: blank words are no words. */
export const wordsOf = (draft: HandDraft): HandDraft => {
  const { words } = draft;
  const isBlank = words === null || words.subject.trim() === '' || words.body.trim() === '';
  return isBlank ? { ...draft, words: null } : draft;
};
