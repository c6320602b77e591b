// Message facts: what the messages of a batch of actions need, fetched in a handful of queries whatever the size of the batch.
import type { CustomerId, Day, InvoiceId, ReceivableId } from '@quittance/core/kernel';
import { listScenarios, type ScenarioRow } from '@quittance/db/dunning';
import { type FileRow, listFiles } from '@quittance/db/files';
import {
  type ActionRow,
  type EarlierMessageRow,
  listEarlierMessages,
  listMessageContacts,
  listMessageCustomers,
  listMessageLines,
  type MessageContactRow,
  type MessageCustomerRow,
  type MessageLineRow,
} from '@quittance/db/outbox';
import { listTemplates, type TemplateRow } from '@quittance/db/templates';
import type { Tx } from '@quittance/db/tx';
import type { CompanySettings } from '../../companies/settings.ts';
import { type InvoicePenalties, penaltiesOf } from '../../penalties/index.ts';

/** What a message is made for: an action of the plan or of the outbox. */
export type MessageSubject = Pick<
  ActionRow,
  'customerId' | 'channel' | 'tone' | 'language' | 'contactId' | 'totalCents' | 'currency' | 'deadlineOn' | 'credits'
> &
  Readonly<{
    items: readonly Readonly<{ receivableId: ReceivableId; cents: number }>[];
    actionId?: number;
    /** Address typed for this message alone. */
    toAddress?: string | null;
    /** Ladder and step it comes from, where it comes from one. */
    scenario?: string;
    step?: string;
  }>;

export type MessageFacts = Readonly<{
  settings: CompanySettings;
  on: Day;
  customers: ReadonlyMap<CustomerId, MessageCustomerRow>;
  contacts: ReadonlyMap<number, MessageContactRow>;
  lines: ReadonlyMap<ReceivableId, MessageLineRow>;
  earlier: readonly EarlierMessageRow[];
  templates: readonly TemplateRow[];
  /** By invoice; empty where a rate is missing: the message then shows none. */
  penalties: ReadonlyMap<InvoiceId, InvoicePenalties>;
  /** Kept documents of the invoices listed, by hash. */
  documents: ReadonlyMap<string, FileRow>;
  scenarios: readonly ScenarioRow[];
}>;

const TONES_WITH_PENALTIES: ReadonlySet<string> = new Set(['last_warning', 'formal']);

/** Whether a message of this tone speaks of penalties. */
export const showsPenalties = (tone: string): boolean => TONES_WITH_PENALTIES.has(tone);

/** Reads the facts of all the messages at once. */
export async function loadMessageFacts(
  tx: Tx,
  settings: CompanySettings,
  batch: Readonly<{ on: Day; subjects: readonly MessageSubject[] }>,
): Promise<MessageFacts> {
  const { on, subjects } = batch;
  const customerIds = [...new Set(subjects.map((subject) => subject.customerId))];
  const contactIds = [...new Set(subjects.flatMap((subject) => (subject.contactId ? [subject.contactId] : [])))];
  const receivableIds = [...new Set(subjects.flatMap((subject) => subject.items.map((item) => item.receivableId)))];
  const customers = await listMessageCustomers(tx, customerIds);
  const contacts = await listMessageContacts(tx, contactIds);
  const lines = new Map((await listMessageLines(tx, receivableIds)).map((row) => [row.receivableId, row]));
  const penalised = new Set(
    subjects
      .filter((subject) => showsPenalties(subject.tone))
      .flatMap((subject) => subject.items.flatMap((item) => lines.get(item.receivableId)?.invoiceId ?? [])),
  );
  const hashes = new Set([...lines.values()].flatMap((line) => line.documentSha256 ?? []));
  const documents = await listFiles(tx, [...hashes]);
  const penalties = penalised.size > 0 ? await penaltiesOf(tx, [...penalised], on) : null;
  return {
    settings,
    on,
    customers: new Map(customers.map((row) => [row.customerId, row])),
    contacts: new Map(contacts.map((row) => [row.contactId as number, row])),
    lines,
    earlier: await listEarlierMessages(tx, customerIds, {
      isLive: !settings.testMode,
      liveSegments: settings.liveSegments,
    }),
    templates: await listTemplates(tx, settings.companyId),
    penalties: new Map(penalties?.ok ? penalties.value.map((each) => [each.invoiceId, each]) : []),
    documents: new Map(documents.map((file) => [file.sha256, file])),
    scenarios: await listScenarios(tx, settings.companyId),
  };
}
