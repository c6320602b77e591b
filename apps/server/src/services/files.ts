// Files between routes and use cases: one received and kept aside on disk, one to send.
import type { Readable } from 'node:stream';

/** A file that came up, kept in the uploads folder of its organization. */
export type ReceivedFile = Readonly<{
  /** Names the file in later calls; unguessable, and only good in the organization that sent it. */
  uploadId: string;
  path: string;
  /** As the sender named it, without any folder. */
  fileName: string;
  bytes: number;
  sha256: string;
}>;

/** A file to send down. */
export type FileAnswer = Readonly<{ fileName: string; mediaType: string; content: Uint8Array | string | Readable }>;
