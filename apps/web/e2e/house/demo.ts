// A server with the demo portfolio: loaded once for all journeys, then copied, so that each has one of its own within seconds.
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, request } from 'playwright-core';
import { inject } from 'vitest';
import { type JourneyServer, type JourneyStart, startJourneyServer } from './server.ts';

/** Who administers the demo portfolio in the journeys. */
export const DEMO_USER = {
  name: 'Camille Durand',
  email: 'camille@essais.example',
  password: 'la pluie tombe sur le port',
};

const LOADED_WITHIN_MS = 200_000;
const LOOK_EVERY_MS = 250;

/** A server with the demo portfolio, and the cookies of its administrator. */
export type DemoServer = JourneyServer & Readonly<{ state: Awaited<ReturnType<BrowserContext['storageState']>> }>;

/** Whether this journey is the first to ask: a folder is made by one only. */
const isFirst = (place: string): Promise<boolean> =>
  mkdir(join(place, 'loading')).then(
    () => true,
    () => false,
  );

async function loadedByAnother(kept: string): Promise<string> {
  const until = Date.now() + LOADED_WITHIN_MS;
  while (!existsSync(kept)) {
    if (Date.now() > until) throw new Error('another journey did not load the demo in time');
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return kept;
}

async function loadOnce(place: string): Promise<string> {
  const kept = join(place, 'data');
  if (existsSync(kept) || !(await isFirst(place))) return loadedByAnother(kept);
  const server = await startJourneyServer();
  const api = await request.newContext();
  const made = await api.post(`${server.url}/api/v1/setup/demo`, {
    headers: { 'x-quittance': '1', origin: server.url },
    data: { user: DEMO_USER },
    timeout: LOADED_WITHIN_MS,
  });
  if (made.status() !== 201) throw new Error(`the demo was not loaded: ${made.status()} ${await made.text()}`);
  await api.dispose();
  await rename(await server.leave(), kept);
  return kept;
}

/** Starts a server on a copy of the demo portfolio and signs its administrator in. */
export async function startDemoServer(start: Omit<JourneyStart, 'from'> = {}): Promise<DemoServer> {
  const server = await startJourneyServer({ ...start, from: await loadOnce(inject('demoPlace')) });
  const api = await request.newContext();
  const { email, password } = DEMO_USER;
  const signedIn = await api.post(`${server.url}/api/auth/sign-in`, {
    headers: { 'x-quittance': '1', origin: server.url },
    data: { email, password },
  });
  if (!signedIn.ok()) throw new Error(`nobody could sign in: ${signedIn.status()}`);
  const state = await api.storageState();
  await api.dispose();
  return { ...server, state };
}
