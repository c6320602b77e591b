// Uploads: files one after the other; those that are no import are named at once and not sent.
import { useRef, useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { refusedKind } from './file-kinds.ts';
import { type Sending, type Sent, sendFile } from './send-file.ts';

/** A file that was not sent, and the key of the sentence that says why. */
export type RefusedFile = Readonly<{ name: string; why: string }>;

/** A file on its way. */
export type FileOnItsWay = Readonly<{ name: string; sent: Sent }>;

/** `onUploaded` is told of each file as soon as the server has it. */
export function useUploads(onUploaded: (uploadId: string) => void) {
  const { language } = useWords('imports');
  const [waiting, setWaiting] = useState<readonly File[]>([]);
  const [sending, setSending] = useState<FileOnItsWay | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const current = useRef<Sending | null>(null);
  const isStopped = useRef(false);
  const send = (file: File) => {
    setError(null);
    isStopped.current = false;
    setSending({ name: file.name, sent: { bytes: 0, of: file.size } });
    current.current = sendFile(file, language, (sent) => setSending({ name: file.name, sent }));
    current.current.done
      .then(
        ({ uploadId }) => onUploaded(uploadId),
        (thrown: unknown) => setError(isStopped.current ? null : thrown),
      )
      .finally(() => setSending(null));
  };
  const add = (files: readonly File[]) => {
    setRefused(files.flatMap(({ name }) => (refusedKind(name) ? [{ name, why: refusedKind(name) ?? '' }] : [])));
    const [first, ...others] = files.filter(({ name }) => refusedKind(name) === null);
    setWaiting([...waiting, ...others]);
    if (first) send(first);
  };
  const next = () => {
    const [head, ...rest] = waiting;
    setWaiting(rest);
    if (head) send(head);
  };
  const stop = () => {
    isStopped.current = true;
    current.current?.stop();
  };
  return { waiting, sending, error, refused, add, next, stop };
}
