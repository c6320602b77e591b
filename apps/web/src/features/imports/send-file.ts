// Send file: one file goes up with the bytes counted on their way, which fetch cannot tell.
import { imports, type UploadView } from '@quittance/contracts/api';
import { ApiError, buildRequest, buildUrl, readProblem } from '@quittance/contracts/client';
import type { ScreenLanguage } from '@quittance/ui/language';

/** Bytes gone and in all. */
export type Sent = Readonly<{ bytes: number; of: number }>;

/** A file on its way; `stop` gives it up. */
export type Sending = Readonly<{ done: Promise<UploadView>; stop: () => void }>;

const formOf = (file: File): FormData => {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
};

/** Sends. `done` throws ApiError, as any call does. */
export function sendFile(file: File, language: ScreenLanguage, onSent: (sent: Sent) => void): Sending {
  const { method, headers } = buildRequest(imports.upload, { body: formOf(file) }, { language });
  const request = new XMLHttpRequest();
  request.open(method ?? 'POST', buildUrl(imports.upload, {}));
  for (const [name, value] of Object.entries(headers as Record<string, string>)) request.setRequestHeader(name, value);
  request.upload.addEventListener('progress', ({ loaded, total }) => onSent({ bytes: loaded, of: total }));
  const done = new Promise<UploadView>((resolve, reject) => {
    const fail = () => reject(new ApiError(0, 'unreachable', null));
    request.addEventListener('error', fail);
    request.addEventListener('abort', fail);
    request.addEventListener('load', () => {
      const { status, responseText } = request;
      if (status >= 200 && status < 300) resolve(JSON.parse(responseText) as UploadView);
      else void readProblem(new Response(responseText, { status })).then(reject, reject);
    });
  });
  request.send(formOf(file));
  return { done, stop: () => request.abort() };
}
