// Around all journeys: a place for the demo portfolio, made once by the first that asks and copied by the others; swept at the end.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder under which the demo portfolio's data folder is kept. */
    demoPlace: string;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const place = await mkdtemp(join(tmpdir(), 'quittance-demo-'));
  project.provide('demoPlace', place);
  return () => rm(place, { recursive: true, force: true });
}
