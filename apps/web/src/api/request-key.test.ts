// Request keys are UUIDs of version 4 (RFC 9562 § 5.4), and never the same twice.
import { expect, test } from 'vitest';
import { newRequestKey } from './request-key.ts';

test('a key is a UUID of version 4, variant 10', () => {
  for (let each = 0; each < 100; each++)
    expect(newRequestKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('a thousand keys are a thousand', () => {
  expect(new Set(Array.from({ length: 1_000 }, newRequestKey)).size).toBe(1_000);
});
