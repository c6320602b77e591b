// Pages: the application's files, its addresses, and what is no file of its.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { knock, openHouse } from './house.ts';

describe('the pages', () => {
  test('open at any address of theirs, assets for ever, the index each time', async () => {
    const webRoot = await mkdtemp(join(tmpdir(), 'quittance web '));
    await mkdir(join(webRoot, 'assets'));
    await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>Quittance</title>');
    await writeFile(join(webRoot, 'assets', 'app-1a2b.js'), 'console.log(1)');
    const site = await openHouse({ webRoot });
    const ask = (url: string, accept: string) => knock(site.server, { method: 'GET', url, headers: { accept } });
    for (const url of ['/', '/clients/12', '/balance?on=2026-03-31']) {
      const page = await ask(url, 'text/html');
      expect([url, page.statusCode, page.headers['cache-control']]).toEqual([url, 200, 'no-cache']);
      expect(page.body).toContain('<title>Quittance</title>');
    }
    const asset = await ask('/assets/app-1a2b.js', '*/*');
    expect([asset.statusCode, asset.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    for (const url of ['/api/v1/nowhere', '/assets/old-9f.js', '/..%2f..%2fetc/passwd.txt']) {
      const missing = await ask(url, '*/*');
      expect([url, missing.statusCode]).toEqual([url, 404]);
    }
    expect((await ask('/api/v1/nowhere', 'text/html')).json().code).toBe('not_found');
    await site.close();
    await rm(webRoot, { recursive: true });
  });
});
