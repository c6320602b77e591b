// List tools: what every list offers on its right: views, columns, export.
import './words.ts';
import { Group } from '@mantine/core';
import type { Route } from '@quittance/contracts/route';
import { ColumnChooser } from './column-chooser.tsx';
import { ExportMenu } from './export-menu.tsx';
import { ViewMenu, type ViewProps } from './view-menu.tsx';

/** What makes a file of the list; none for lists that are not exported. */
type Exporting = Readonly<{
  exporting?: Route /** Whether that file has the columns chosen. */;
  exportsColumns?: boolean;
}>;

/** Views, columns, export. */
export function ListTools<Row>({ exporting, exportsColumns = false, ...view }: ViewProps<Row> & Exporting) {
  return (
    <Group gap="xs" ml="auto">
      <ViewMenu {...view} />
      <ColumnChooser of={view.columns} />
      {exporting && (
        <ExportMenu route={exporting} search={view.search} columns={exportsColumns ? view.columns.chosen : undefined} />
      )}
    </Group>
  );
}
