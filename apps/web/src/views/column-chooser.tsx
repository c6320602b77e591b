// Column chooser: a box for each column, and arrows that move it.
import { ActionIcon, Button, Checkbox, Group, Popover, Stack, Text } from '@mantine/core';
import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { useWords } from '../i18n/index.ts';
import type { Column } from '../table/index.ts';
import type { Columns } from './use-columns.ts';

const ICON = 16;

/** Shown ones in their order, then the others in theirs. */
const inOrder = <Row,>({ all, shown }: Columns<Row>): Column<Row>[] => {
  const keys = new Set(shown.map(({ key }) => key));
  return [...shown, ...all.filter(({ key }) => !keys.has(key))].filter(({ isName }) => !isName);
};

function Line<Row>({ column, of }: Readonly<{ column: Column<Row>; of: Columns<Row> }>) {
  const { t } = useWords('views');
  const keys = of.shown.filter(({ isName }) => !isName).map(({ key }) => key);
  const at = keys.indexOf(column.key);
  const isShown = at >= 0;
  const toggle = () => of.choose(isShown ? keys.filter((key) => key !== column.key) : [...keys, column.key]);
  const move = (by: number) => {
    const next = [...keys];
    next.splice(at, 1);
    next.splice(at + by, 0, column.key);
    of.choose(next);
  };
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Checkbox
        label={column.title}
        checked={isShown}
        disabled={isShown && keys.length === 1}
        onChange={toggle}
        styles={{ label: { cursor: 'pointer' } }}
      />
      <Group gap={2} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('columns.up', { name: column.title })}
          disabled={at < 1}
          onClick={() => move(-1)}
        >
          <ArrowUp size={ICON} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('columns.down', { name: column.title })}
          disabled={!isShown || at === keys.length - 1}
          onClick={() => move(1)}
        >
          <ArrowDown size={ICON} aria-hidden />
        </ActionIcon>
      </Group>
    </Group>
  );
}

/** A button that opens the choice. */
export function ColumnChooser<Row>({ of }: Readonly<{ of: Columns<Row> }>) {
  const { t } = useWords('views');
  return (
    <Popover width={300} position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<Columns3 size={ICON} aria-hidden />}>
          {t('columns.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs" mah={420} style={{ overflowY: 'auto' }}>
          <Text size="xs" c="dimmed">
            {t('columns.hint')}
          </Text>
          {inOrder(of).map((column) => (
            <Line key={column.key} column={column} of={of} />
          ))}
          <Button variant="subtle" size="compact-sm" onClick={() => of.choose([])} disabled={of.chosen.length === 0}>
            {t('columns.usual')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
