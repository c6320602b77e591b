// Download: a file of the API is saved under the name the server gave it.
import type { CallInput, DownloadedFile } from '@quittance/contracts/client';
import type { Route } from '@quittance/contracts/route';
import { call } from './call.ts';

const RELEASE_AFTER_MS = 30_000;

/** Hands a blob to the browser as a file. */
export function saveBlob({ blob, fileName }: DownloadedFile): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_AFTER_MS);
}

/** Fetches a file route and saves the file. Throws ApiError. */
export async function download<R extends Route>(route: R, input: CallInput<R>[0]): Promise<void> {
  const answer = await (call as (r: R, i: unknown) => Promise<unknown>)(route, input);
  saveBlob(answer as DownloadedFile);
}
