// Export the journal: the lines that match as CSV, with facts and hashes, for whoever audits without these screens.
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type EventFilter, type EventRow, streamEvents } from '@quittance/db/journal';
import { listUserNames } from '@quittance/db/users';
import { type ExportColumn, sheet, writeCsv } from '@quittance/formats/export';
import { type Context, readOrganization } from '../context/index.ts';

type Language = 'fr' | 'en';

const HEADERS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    seq: 'numéro',
    at: 'instant (UTC)',
    author: 'auteur',
    name: 'nom',
    kind: 'événement',
    subject: 'objet',
    facts: 'faits',
    hash: 'empreinte',
  },
  en: {
    seq: 'number',
    at: 'instant (UTC)',
    author: 'author',
    name: 'name',
    kind: 'event',
    subject: 'subject',
    facts: 'facts',
    hash: 'hash',
  },
};

const columnsOf = (language: Language): ExportColumn[] =>
  Object.entries(HEADERS[language]).map(([key, header]) => ({ header, key, kind: key === 'seq' ? 'int' : 'text' }));

const PERSON = 'user:';

async function* withNames(events: AsyncIterable<EventRow>, names: ReadonlyMap<string, string>) {
  for await (const event of events) {
    const name = event.author.startsWith(PERSON) ? names.get(event.author.slice(PERSON.length)) : undefined;
    yield { ...event, name: name ?? '', facts: JSON.stringify(event.facts) };
  }
}

/** The bytes, as they are read; authors by the names of the members given. */
export function exportJournal(
  context: Context,
  filter: EventFilter,
  reader: Readonly<{ language: Language; userIds: readonly string[] }>,
): Readable {
  // The transaction lasts as long as somebody reads; whoever goes away ends it.
  const out = new PassThrough();
  const write = async () => {
    const names = await listUserNames(context.db, reader.userIds);
    await readOrganization(context, (tx) => {
      const table = sheet('journal', columnsOf(reader.language), withNames(streamEvents(tx, filter), names));
      return pipeline(writeCsv(table), out);
    });
  };
  write().catch((error: Error) => out.destroy(error));
  return out;
}
