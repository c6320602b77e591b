// Field list: what a template may say, each with an example; a click inserts it.
import { Button, Group, Text, Tooltip } from '@mantine/core';
import { useWords } from '../../../i18n/index.ts';

type Field = Readonly<{ field: string; example: string }>;

/** Fields offered. */
export function FieldList({
  fields,
  onInsert,
}: Readonly<{ fields: readonly Field[]; onInsert: (field: string) => void }>) {
  const { t } = useWords('settings');
  if (fields.length === 0) return null;
  return (
    <section aria-label={t('template.fields')}>
      <Text fw={500} size="sm">
        {t('template.fields')}
      </Text>
      <Text size="xs" c="dimmed" mb="xs">
        {t('template.fieldsHint')}
      </Text>
      <Group gap={6}>
        {fields.map(({ field, example }) => (
          <Tooltip key={field} label={example}>
            <Button size="compact-xs" variant="default" onClick={() => onInsert(field)}>
              {field}
            </Button>
          </Tooltip>
        ))}
      </Group>
    </section>
  );
}
