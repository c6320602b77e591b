// Attachments: the invoices sent with an e-mail (situation 19), and those left out because a mail server would refuse the whole.
import type { MessageFacts, MessageSubject } from './load-message-facts.ts';

/** A kept file under the name it travels by. */
export type PlannedAttachment = Readonly<{ sha256: string; filename: string; mediaType: string; bytes: number }>;

/** What is attached, and the numbers of invoices whose document is known but too heavy. */
export type AttachmentPlan = Readonly<{ attached: readonly PlannedAttachment[]; leftOut: readonly string[] }>;

/** Documents of one e-mail, in bytes: base64 makes a third more of them, and many servers refuse above 20 MB. */
export const MOST_ATTACHED_BYTES = 10_000_000;

const NONE: AttachmentPlan = { attached: [], leftOut: [] };

/** The invoice's number as a file name; a document that is no PDF keeps its own name. */
const filenameOf = (number: string, file: Readonly<{ name: string; mediaType: string }>): string =>
  file.mediaType === 'application/pdf' ? `${number.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.pdf` : file.name;

/** Whether the step of the ladder in force asks for the invoices. */
const isAsked = ({ scenario, step }: MessageSubject, facts: MessageFacts): boolean =>
  facts.scenarios.find((each) => each.code === scenario)?.steps.find((each) => each.code === step)?.attachInvoices ??
  false;

/** The oldest due first, each document once, while they fit. */
export function planAttachments(subject: MessageSubject, facts: MessageFacts): AttachmentPlan {
  if (subject.channel !== 'email' || !isAsked(subject, facts)) return NONE;
  const attached = new Map<string, PlannedAttachment>();
  const leftOut = new Set<string>();
  let room = MOST_ATTACHED_BYTES;
  const lines = subject.items.flatMap((item) => facts.lines.get(item.receivableId) ?? []);
  for (const line of [...lines].sort((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)))) {
    const file = line.documentSha256 === null ? undefined : facts.documents.get(line.documentSha256);
    if (!file || attached.has(file.sha256)) continue;
    if (file.bytes > room) {
      leftOut.add(line.number);
      continue;
    }
    room -= file.bytes;
    const { sha256, mediaType, bytes } = file;
    attached.set(sha256, { sha256, filename: filenameOf(line.number, file), mediaType, bytes });
  }
  return { attached: [...attached.values()], leftOut: [...leftOut] };
}
