// Cross-site: what changes something must come from our own pages (or a program), never from another site's. Three signs,
// all needed: our header, which another origin cannot set without asking; Sec-Fetch-Site; Origin.
import { CSRF_HEADER } from '@quittance/contracts/client';
import type { FastifyRequest } from 'fastify';
import { Refused } from '../problems/index.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const OWN_SITE = new Set(['same-origin', 'none']);

const hostOf = (origin: string): string | null => {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
};

const text = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(',') : value;

/** Where a request may come from: the address it was sent to, and the public one. */
const isOwnOrigin = (origin: string, host: string | undefined, publicHost: string | null): boolean => {
  const from = hostOf(origin);
  return from !== null && (from === host || from === publicHost);
};

/** @throws Refused `cross_site_request` when a request that changes something may come from another site. */
export function refuseCrossSite(request: FastifyRequest, publicHost: string | null): void {
  if (READS.has(request.method)) return;
  const site = text(request.headers['sec-fetch-site']);
  const origin = text(request.headers.origin);
  const ours =
    request.headers[CSRF_HEADER] === '1' &&
    (site === undefined || OWN_SITE.has(site)) &&
    (origin === undefined || isOwnOrigin(origin, request.headers.host, publicHost));
  if (!ours) throw new Refused('cross_site_request');
}
