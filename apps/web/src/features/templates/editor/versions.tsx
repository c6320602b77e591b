// Versions of a text: who saved them, when, and which lines changed; each, and the shipped one, can be taken up again as a draft.
import { Button, Group, Stack, Text } from '@mantine/core';
import { templates } from '@quittance/contracts/api';
import { useRead } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { useActor } from '../../../session/index.ts';
import { diffLines } from './line-diff.ts';
import type { Which, Wording } from './previews.tsx';

const whole = ({ subject, body }: Wording): string => (subject ? `${subject}\n\n${body}` : body);
const SIGN = { same: ' ', gone: '−', new: '+' } as const;

function Diff({ before, after }: Readonly<{ before: Wording; after: Wording }>) {
  const { t } = useWords('templates');
  const lines = diffLines(whole(before), whole(after)).filter(({ kind }) => kind !== 'same');
  if (lines.length === 0) return <Text size="sm">{t('versions.same')}</Text>;
  return (
    <ul className="q-diff">
      {lines.map(({ kind, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a fixed text
        <li key={index} data-kind={kind}>
          <span aria-hidden>{SIGN[kind]}</span>
          <span className="q-hidden">{t(kind === 'new' ? 'versions.new' : 'versions.gone')}</span> {text}
        </li>
      ))}
    </ul>
  );
}

/** `onTake` puts a text into the editor; nothing is saved by it. */
export function Versions({
  which,
  shipped,
  current,
  canWrite,
  onTake,
}: Readonly<{
  which: Which;
  shipped: Wording | null;
  current: number;
  canWrite: boolean;
  onTake: (text: Wording) => void;
}>) {
  const { t } = useWords('templates');
  const { instant } = useFormats();
  const actorOf = useActor();
  const list = useRead(templates.versions, { params: which });
  return (
    <Answer of={list}>
      {({ items }) => (
        <Stack gap="sm">
          {items.length === 0 && <Text size="sm">{t('versions.none')}</Text>}
          {items.map((version, index) => {
            const before = items[index + 1] ?? shipped;
            return (
              <section key={version.version} className="q-panel q-pad">
                <Group justify="space-between">
                  <Text size="sm" fw={500}>
                    {t('versions.title', {
                      version: version.version,
                      name: actorOf(version.editedBy),
                      when: instant(version.editedAt),
                    })}
                    {version.version === current && ` · ${t('versions.current')}`}
                  </Text>
                  {canWrite && version.version !== current && (
                    <Button size="compact-sm" variant="default" onClick={() => onTake(version)}>
                      {t('versions.take')}
                    </Button>
                  )}
                </Group>
                {before && <Diff before={before} after={version} />}
              </section>
            );
          })}
          {canWrite && shipped && items.length > 0 && (
            <div>
              <Button variant="default" onClick={() => onTake(shipped)}>
                {t('versions.shipped')}
              </Button>
            </div>
          )}
        </Stack>
      )}
    </Answer>
  );
}
