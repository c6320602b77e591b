// View menu: the saved views of a list, one's own and the shared ones; the one in use gives the button its name.
import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import { type SavedView, views } from '@quittance/contracts/api';
import { Bookmark, Check, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useRead, useWrite } from '../api/index.ts';
import { useWords } from '../i18n/index.ts';
import { useToast } from '../page/index.ts';
import { useMay } from '../session/index.ts';
import { SaveViewDialog } from './save-view-dialog.tsx';
import { isSameSearch, type Search } from './search.ts';
import type { Columns } from './use-columns.ts';

const ICON = 16;
const STALE = ['/api/v1/views'];

/** What a list gives its views: its name, its filters, its columns, and the way to other filters. */
export type ViewProps<Row> = Readonly<{
  screen: string;
  columns: Columns<Row>;
  search: Search;
  /** Shows other filters; the page goes back to the first. */
  onSearch: (search: Record<string, string>) => void;
}>;

function useRemove(screen: string) {
  const { t } = useWords('views');
  const toast = useToast();
  const remove = useWrite(views.remove, STALE);
  const save = useWrite(views.save, STALE);
  return ({ viewId, name, shared, search, columns }: SavedView) =>
    remove.mutate(
      { params: { viewId }, body: {} },
      {
        onSuccess: () =>
          toast.done(t('view.removed', { name }), {
            undo: () => save.mutateAsync({ body: { screen, name, shared, search, columns } }),
          }),
        onError: toast.refused,
      },
    );
}

function Items({ of, title, isOn, onChoose, onRemove }: Readonly<ItemsProps>) {
  const { t } = useWords('views');
  if (of.length === 0) return null;
  return (
    <>
      <Menu.Label>{title}</Menu.Label>
      {of.map((view) => (
        <Group key={view.viewId} gap={0} wrap="nowrap" role="none">
          <Menu.Item
            flex={1}
            leftSection={isOn(view) ? <Check size={ICON} aria-hidden /> : <span style={{ width: ICON }} />}
            onClick={() => onChoose(view)}
          >
            {view.own ? view.name : t('view.by', { name: view.name, author: view.author })}
          </Menu.Item>
          {view.own && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('view.remove', { name: view.name })}
              onClick={() => onRemove(view)}
            >
              <Trash2 size={ICON} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ))}
    </>
  );
}
type ItemsProps = {
  of: readonly SavedView[];
  title: string;
  isOn: (view: SavedView) => boolean;
  onChoose: (view: SavedView) => void;
  onRemove: (view: SavedView) => void;
};

/** The menu, and the dialog that saves what is on the screen. */
export function ViewMenu<Row>({ screen, columns, search, onSearch }: ViewProps<Row>) {
  const { t } = useWords('views');
  const may = useMay();
  const [isSaving, setSaving] = useState(false);
  const items = useRead(views.list, { query: { screen } }).data?.items ?? [];
  const remove = useRemove(screen);
  const isOn = (view: SavedView) =>
    isSameSearch(view.search, search) && (view.columns.length === 0 || `${view.columns}` === `${columns.chosen}`);
  const current = items.find(isOn);
  const choose = (view: SavedView) => {
    columns.choose(view.columns);
    onSearch(view.search);
  };
  const of = { isOn, onChoose: choose, onRemove: remove };
  return (
    <>
      <Menu position="bottom-start" width={320} shadow="md">
        <Menu.Target>
          <Button variant="default" leftSection={<Bookmark size={ICON} aria-hidden />} maw="100%">
            {current ? t('view.current', { name: current.name }) : t('view.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
          <Menu.Item onClick={() => onSearch({})}>{t('view.all')}</Menu.Item>
          <Items of={items.filter(({ own }) => own)} title={t('view.own')} {...of} />
          <Items of={items.filter(({ own }) => !own)} title={t('view.shared')} {...of} />
          {items.length === 0 && (
            <Text size="sm" c="dimmed" px="sm" py="xs">
              {t('view.none')}
            </Text>
          )}
          {may('note.write') && (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => setSaving(true)}>{t('view.save')}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {isSaving && (
        <SaveViewDialog
          screen={screen}
          search={search}
          columns={columns.chosen}
          name={current?.own ? current.name : ''}
          onClose={() => setSaving(false)}
        />
      )}
    </>
  );
}
