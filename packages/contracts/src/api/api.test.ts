// Every contract keeps the house's habits, whatever is added later.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isFile, isUpload } from '../route/index.ts';
import { listRoutes } from './api.ts';

const routes = listRoutes();
const namesInPath = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');

/** Questions too long for an address: they are posted, and change nothing. */
const QUESTIONS = /\/(validate|preview|effect|simulation|stop)$/;

describe('the contracts', () => {
  test('no two routes share a method and a path', () => {
    const doors = routes.map(({ route }) => `${route.method} ${route.path.replace(/:\w+/g, ':')}`);
    expect(doors).toEqual([...new Set(doors)]);
  });

  test.each(routes)('$name describes exactly the parameters of its path', ({ route }) => {
    expect(Object.keys(route.params?.shape ?? {}).sort()).toEqual(namesInPath(route.path).sort());
  });

  test.each(routes)('$name asks for reading rights to read and for more to write', ({ route }) => {
    if (route.permission === 'public' || route.permission === 'signed_in') return;
    if (route.method === 'GET') expect(route.permission).toMatch(/\.(read|export)$|^import\.write$/);
    else if (!QUESTIONS.test(route.path)) expect(route.permission).not.toMatch(/\.(read|export)$/);
  });

  test.each(routes)('$name refuses unknown keys', ({ route }) => {
    for (const part of [route.params, route.query, route.body]) {
      if (part === undefined || isUpload(part)) continue;
      const json = z.toJSONSchema(part, { io: 'input' });
      expect(json.additionalProperties).toBe(false);
    }
  });

  test.each(routes)('$name can be written as JSON schema', ({ route }) => {
    if (!isFile(route.output)) expect(z.toJSONSchema(route.output, { io: 'output' })).toHaveProperty('type');
  });

  test('only a summary of one sentence is given', () => {
    for (const { route } of routes) expect(route.summary).toMatch(/^[A-Z].*\.$/);
  });
});
