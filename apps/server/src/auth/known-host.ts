// Known host: a server that listens on this machine only answers to this machine's names, so that another site cannot make a
// browser take it for its own (DNS rebinding). A public server answers to the name it was given, and to this machine's; one that
// listens to everybody and was given no name (null) cannot tell.
import type { FastifyRequest } from 'fastify';
import { Refused } from '../problems/index.ts';

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** @throws Refused `cross_site_request` when the Host header names neither this machine nor the public address. */
export function refuseUnknownHost(request: FastifyRequest, publicHost: string | null): void {
  if (publicHost === null) return;
  const host = request.headers.host ?? '';
  if (host !== publicHost && !LOCAL.test(host)) throw new Refused('cross_site_request', { host: host.slice(0, 80) });
}
