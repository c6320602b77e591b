// The password of --password-stdin: everything on standard input but its last line feed.
import { text } from 'node:stream/consumers';
import { ok, type Result, refuse } from '@quittance/core/kernel';
import type { CliRefusal } from '../../run/answer.ts';

/** Reads it. Refused when there is none. */
export async function readPassword(): Promise<Result<string, CliRefusal>> {
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  return password === '' ? refuse({ code: 'empty_password' }) : ok(password);
}
