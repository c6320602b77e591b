// Settings: options before environment, environment before defaults, nonsense refused.
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings, UsageError } from './settings.ts';

describe('settings', () => {
  test('are safe when nothing is said: this machine, port 3000, the folder beside', () => {
    expect(readSettings([], {})).toEqual({
      dataDir: resolve('.quittance'),
      databaseUrl: undefined,
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      trustProxy: false,
      logLevel: 'info',
      only: 'both',
      demo: false,
    });
  });

  test('take options before the environment', () => {
    const env = { PORT: '8080', QUITTANCE_DATA: '/srv/a' };
    expect(readSettings(['--port', '9000', '--data', '/srv/with spaces', '--demo'], env)).toMatchObject({
      port: 9000,
      dataDir: '/srv/with spaces',
      demo: true,
    });
    expect(readSettings([], env)).toMatchObject({ port: 8080, dataDir: '/srv/a' });
  });

  test('know no address of their own when they listen to everybody, until told', () => {
    expect(readSettings(['--host', '0.0.0.0'], {}).publicUrl).toBeNull();
    expect(readSettings(['--host', '0.0.0.0'], { QUITTANCE_URL: 'https://q.example.fr/' }).publicUrl).toBe(
      'https://q.example.fr',
    );
  });

  test.each([
    { args: ['--port', 'many'], env: {} },
    { args: ['--port', '70000'], env: {} },
    { args: ['--only', 'web'], env: {} },
    { args: ['--colour'], env: {} },
    { args: [], env: { QUITTANCE_URL: 'quittance.example.fr' } },
    { args: [], env: { QUITTANCE_URL: 'javascript:alert(1)' } },
  ])('$args $env are refused with a sentence', ({ args, env }) =>
    expect(() => readSettings(args, env)).toThrow(UsageError),
  );
});
