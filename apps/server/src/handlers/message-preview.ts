// A rendered message as the API shows it: letters as pictures of themselves.
import type { Database } from '@quittance/db/tx';
import type { ActionPreview } from '@quittance/usecases/reminders';
import { withPerson } from './people.ts';

/** Text, HTML or PDF in base64, with where it would go. */
export function messagePreviewOf({
  subject,
  to,
  rendered,
}: Readonly<{
  subject: Pick<ActionPreview['subject'], 'channel' | 'language'>;
  to: string;
  rendered: ActionPreview['rendered'];
}>) {
  return {
    channel: subject.channel,
    language: subject.language,
    to,
    subject: 'subject' in rendered ? rendered.subject : '',
    text: 'text' in rendered ? rendered.text : '',
    html: rendered.kind === 'email' ? withImages(rendered.html, rendered.images) : null,
    pdf: rendered.kind === 'letter' ? Buffer.from(rendered.pdf).toString('base64') : null,
    attachments: [],
    words: null as ActionPreview['words'] | null,
    edited: null as ActionPreview['edited'],
    isStale: false,
  };
}

/** The same with the words it is made of, and who wrote them for this once, by name. */
export async function editablePreviewOf(db: Database, made: ActionPreview) {
  const { words, edited, isStale } = made;
  return { ...messagePreviewOf(made), words, edited: edited && (await withPerson(db, 'by', edited)), isStale };
}

type Images = readonly Readonly<{ cid: string; contentType: string; content: Uint8Array }>[];

/** Images of an e-mail are parts of it, named `cid:…`; a browser needs them in the page itself. */
const withImages = (html: string, images: Images): string =>
  images.reduce(
    (page, image) =>
      page.replaceAll(
        `cid:${image.cid}`,
        `data:${image.contentType};base64,${Buffer.from(image.content).toString('base64')}`,
      ),
    html,
  );
