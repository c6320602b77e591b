// The outbox as a file: CSV or workbook, everything that matches the filters, in the reader's words.
import { type Day, ok, type Result, refuse } from '@quittance/core/kernel';
import type { Language } from '@quittance/core/parties';
import { listOutbox, type OutboxFilter } from '@quittance/db/outbox';
import { type ExportColumn, sheet, writeCsv, writeXlsx } from '@quittance/formats/export';
import type { ExportedFile } from '../ageing/index.ts';
import { type Context, readOrganization } from '../context/index.ts';

/** Messages a file holds at most. */
const MOST_EXPORTED = 200_000;

const KEYS = [
  ['customerRef', 'text', 'Compte', 'Account'],
  ['customerName', 'text', 'Client', 'Customer'],
  ['channel', 'text', 'Canal', 'Channel'],
  ['tone', 'text', 'Ton', 'Tone'],
  ['to', 'text', 'Destinataire', 'To'],
  ['subject', 'text', 'Objet', 'Subject'],
  ['plannedOn', 'day', 'Prévu le', 'Planned'],
  ['doneOn', 'day', 'Parti le', 'Left'],
  ['state', 'text', 'État', 'State'],
  ['totalCents', 'cents', 'Somme', 'Amount'],
  ['currency', 'text', 'Devise', 'Currency'],
  ['trackingNumber', 'text', 'Numéro de suivi', 'Tracking number'],
] as const;

const WORDS: Readonly<Record<string, readonly [fr: string, en: string]>> = {
  planned: ['prévu', 'planned'],
  approved: ['approuvé', 'approved'],
  queued: ['en file', 'queued'],
  sent: ['envoyé', 'sent'],
  cancelled: ['annulé', 'cancelled'],
  failed: ['en échec', 'failed'],
  uncertain: ['incertain', 'uncertain'],
  email: ['e-mail', 'e-mail'],
  sms: ['SMS', 'text message'],
  call: ['appel', 'call'],
  letter: ['lettre', 'letter'],
  registered_letter: ['lettre recommandée', 'registered letter'],
  task: ['tâche', 'task'],
  notice: ['avant échéance', 'notice'],
  courteous: ['courtois', 'courteous'],
  firm: ['ferme', 'firm'],
  last_warning: ['dernier rappel', 'last warning'],
  formal: ['mise en demeure', 'formal notice'],
  decide: ['à décider', 'to decide'],
};
const NAMES = { fr: 'envois', en: 'outbox' } as const;
const MEDIA_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** What is exported, and for whom. */
export type OutboxExport = Readonly<{
  filter: Omit<OutboxFilter, 'limit' | 'offset'>;
  on: Day;
  format: 'csv' | 'xlsx';
  language: Language;
}>;

/** Every message that matches, as a file. Refused beyond 200 000. */
export async function exportOutbox(
  context: Context,
  { filter, on, format, language }: OutboxExport,
): Promise<Result<ExportedFile, Readonly<{ code: 'too_large_to_export' }>>> {
  const { items } = await readOrganization(context, (tx) =>
    listOutbox(tx, { ...filter, limit: MOST_EXPORTED + 1, offset: 0 }),
  );
  if (items.length > MOST_EXPORTED) return refuse({ code: 'too_large_to_export' });
  const at = language === 'fr' ? 0 : 1;
  const say = (code: string): string => WORDS[code]?.[at] ?? code;
  const columns = KEYS.map(([key, kind, fr, en]) => ({ key, kind, header: at === 0 ? fr : en }) as ExportColumn);
  const rows = items.map((row) => ({
    ...row,
    channel: say(row.channel),
    tone: say(row.tone),
    state: say(row.state),
  }));
  const table = sheet(NAMES[language], columns, rows as never);
  const content = format === 'csv' ? writeCsv(table) : writeXlsx(table);
  return ok({ fileName: `${NAMES[language]}-${on}.${format}`, mediaType: MEDIA_TYPES[format], content });
}
