// Versions: who changed the ladder, when, and what, in words; an older one is taken up again as a draft, and saved as a new version.
import { Button, Group, List, Stack, Text } from '@mantine/core';
import { type ScenarioView, scenarios } from '@quittance/contracts/api';
import { describeChanges } from '@quittance/core/dunning';
import { useRead } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { useActor, useMay } from '../../../session/index.ts';
import { changeWords, type EditStep } from './step.ts';

/** `onRestore` takes a version's steps into the editor. */
export function Versions({
  of,
  onRestore,
}: Readonly<{ of: ScenarioView; onRestore: (steps: readonly EditStep[]) => void }>) {
  const { t } = useWords('scenarios');
  const { instant } = useFormats();
  const actorOf = useActor();
  const may = useMay();
  const list = useRead(scenarios.versions, { params: { code: of.code } });
  return (
    <Answer of={list}>
      {({ items }) => (
        <Stack component="ol" className="q-plain-list" gap="sm">
          {items.map((version, index) => {
            const before = items[index + 1];
            const changes = before ? describeChanges(before.steps, version.steps) : [];
            return (
              <li key={version.version} className="q-panel q-pad">
                <Group justify="space-between">
                  <Text fw={500}>
                    {t('version.title', { version: version.version })}
                    {version.version === of.version && ` · ${t('version.current')}`}
                  </Text>
                  {may('scenario.write') && version.version !== of.version && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() => onRestore(version.steps)}
                      aria-label={t('version.restoreOne', { version: version.version })}
                    >
                      {t('version.restore')}
                    </Button>
                  )}
                </Group>
                <Text size="sm" c="dimmed">
                  {t('version.by', { name: actorOf(version.editedBy), when: instant(version.editedAt) })}
                </Text>
                <List size="sm" mt={4}>
                  {!before && <List.Item>{t('version.first', { count: version.steps.length })}</List.Item>}
                  {before && before.name !== version.name && (
                    <List.Item>{t('change.name', { before: before.name, after: version.name })}</List.Item>
                  )}
                  {changes.map((change) => {
                    const words = changeWords(t, change);
                    return <List.Item key={words}>{words}</List.Item>;
                  })}
                  {before && before.name === version.name && changes.length === 0 && (
                    <List.Item>{t('version.same')}</List.Item>
                  )}
                </List>
              </li>
            );
          })}
        </Stack>
      )}
    </Answer>
  );
}
