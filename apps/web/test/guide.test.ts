// The guide: every screen's help has its page, and no link or picture of a page is dead.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { topicOf } from '../src/shell/help/topics.ts';

const folder = new URL('../../../docs/guide/', import.meta.url);
const pages = readdirSync(folder).filter((file) => file.endsWith('.md'));
const SCREENS = [
  '/today',
  '/dashboard',
  '/cash',
  '/customers',
  '/customers/1',
  '/invoices',
  '/invoices/1',
  '/aged-balance',
  '/scenarios',
  '/templates',
  '/outbox',
  '/imports',
  '/settings/company',
  '/settings/channels',
  '/settings/users',
  '/settings/journal',
];

test.each(SCREENS)('the help of %s has its page', (path) => expect(pages).toContain(`${topicOf(path).guide}.md`));

test.each(pages)('every link and picture of %s is there', (page) => {
  const text = readFileSync(new URL(page, folder), 'utf8');
  const files = [...text.matchAll(/\]\(([^)#]+)/g)].map(([, to = '']) => to).filter((to) => !/^(https:|\/)/.test(to));
  expect(files.filter((file) => !existsSync(fileURLToPath(new URL(file, folder))))).toEqual([]);
});
