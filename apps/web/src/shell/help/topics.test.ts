// Every screen finds its help.
import { expect, test } from 'vitest';
import { SHORTCUTS, topicOf } from './topics.ts';

test.each([
  ['/today', 'today'],
  ['/customers', 'customers'],
  ['/customers/12', 'customer'],
  ['/invoices/7', 'invoice'],
  ['/settings/templates', 'templates'],
  ['/settings/rates', 'settings'],
  ['/guide/importer', 'guide'],
])('%s is helped as %s', (path, screen) => expect(topicOf(path).screen).toBe(screen));

test('every shortcut of a screen has its keys', () => {
  for (const path of ['/today', '/customers', '/outbox'])
    for (const key of topicOf(path).keys) expect(SHORTCUTS[key]).toBeDefined();
});
