// List tools: what every list offers on its right: views, columns, export.
import './words.ts';
import { Group } from '@mantine/core';
import type { Route } from '@quittance/contracts/route';
import { ColumnChooser } from './column-chooser.tsx';
import { ExportMenu } from './export-menu.tsx';
import { ViewMenu, type ViewProps } from './view-menu.tsx';

/** `exporting` is the route that makes a file of the list; none for lists that are not exported. */
export function ListTools<Row>({ exporting, ...view }: ViewProps<Row> & Readonly<{ exporting?: Route }>) {
  return (
    <Group gap="xs" ml="auto">
      <ViewMenu {...view} />
      <ColumnChooser of={view.columns} />
      {exporting && <ExportMenu route={exporting} search={view.search} />}
    </Group>
  );
}
