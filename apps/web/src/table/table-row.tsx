// Table row: one row with its choice box; it takes the keyboard when it is the active one.
import { Checkbox } from '@mantine/core';
import { useWords } from '../i18n/index.ts';
import type { DataTableProps } from './column.ts';
import type { RowKeys } from './row-keys.ts';

const INSIDE = 'a,button,input,label,select,textarea';

type RowProps<Row> = Readonly<{ row: Row; index: number; table: DataTableProps<Row>; keys: RowKeys<Row> }>;

/** One row. A click beside links and boxes opens it. */
export function TableRow<Row>({ row, index, table, keys }: RowProps<Row>) {
  const { t } = useWords();
  const { choice } = table;
  const key = table.rowKey(row);
  const isChosen = choice?.chosen.has(key) ?? false;
  return (
    <tr
      ref={keys.register(index)}
      tabIndex={keys.active === index ? 0 : -1}
      data-chosen={isChosen || undefined}
      data-opens={table.onOpen ? true : undefined}
      onFocus={() => keys.setActive(index)}
      onBlur={({ relatedTarget }) => keys.onBlur(relatedTarget)}
      onKeyDown={(event) => keys.onRowKey(event, index)}
      onClick={(event) => {
        if (!(event.target as Element).closest(INSIDE)) table.onOpen?.(row);
      }}
    >
      {choice && (
        <td className="q-choose">
          <Checkbox
            tabIndex={-1}
            aria-label={t('list.selectRow', { name: choice.nameOf(key) })}
            checked={isChosen}
            onChange={() => keys.toggle(index)}
          />
        </td>
      )}
      {table.columns.map((column) => {
        const className = [column.numeric && 'q-num', column.hideOnPhone && 'q-wide', column.isName && 'q-name']
          .filter(Boolean)
          .join(' ');
        const Cell = column.isName ? 'th' : 'td';
        return (
          <Cell
            key={column.key}
            className={className || undefined}
            data-label={column.title}
            {...(column.isName ? { scope: 'row' as const } : {})}
          >
            {column.cell(row)}
          </Cell>
        );
      })}
    </tr>
  );
}
