// Columns and filters of a list: what is shown, what is the same view.
import { expect, test } from 'vitest';
import type { Column } from '../table/column.ts';
import { filtersOf, isSameSearch } from './search.ts';
import { columnsOf } from './use-columns.ts';

const column = (key: string, more: Partial<Column<unknown>> = {}): Column<unknown> => ({
  key,
  title: key,
  cell: () => null,
  ...more,
});
const all = [column('name', { isName: true }), column('a'), column('b'), column('c', { startsHidden: true })];
const keys = (chosen: string[]) => columnsOf(all, chosen).map(({ key }) => key);

test.each([
  { says: 'the usual columns stand where none was chosen', chosen: [], want: ['name', 'a', 'b'] },
  { says: 'chosen columns stand in their order, after the name', chosen: ['c', 'a'], want: ['name', 'c', 'a'] },
  { says: 'a column that is no more is passed over', chosen: ['gone', 'b'], want: ['name', 'b'] },
  { says: 'only unknown columns are as good as none', chosen: ['gone'], want: ['name', 'a', 'b'] },
])('$says', ({ chosen, want }) => expect(keys(chosen)).toEqual(want));

test('filters are text, without the page and what is empty', () => {
  expect(filtersOf({ search: '', page: 3, overdue: true, sort: '-name', owner: undefined })).toEqual({
    overdue: 'true',
    sort: '-name',
  });
});

test('the same filters in another order are the same view, whatever the page', () => {
  expect(isSameSearch({ a: '1', b: 2, page: 4 }, { b: '2', a: 1 })).toBe(true);
  expect(isSameSearch({ a: '1' }, { a: '2' })).toBe(false);
});
