// Bounds editor: after how many days late the balance is cut; presets, numbers of one's own, and what the company keeps.
import { Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { agedBalance } from '@quittance/contracts/api';
import { readBounds } from '@quittance/core/ageing';
import { SlidersHorizontal } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../api/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useToast } from '../../page/index.ts';
import { useMay } from '../../session/index.ts';

const ICON = 16;
const PRESETS = [
  [30, 60, 90],
  [15, 30, 60],
  [7, 15, 30, 60, 90],
  [30, 60, 90, 180, 365],
] as const;
const STALE = ['/api/v1/aged-balance', '/api/v1/dashboard'];

const textOf = (bounds: readonly number[]): string => [0, ...bounds].join(' / ');

/** `bounds` are those in use, `own` those of the company; `onChange` undefined goes back to these. */
type Props = Readonly<{
  bounds: readonly number[];
  own: readonly number[];
  onChange: (bounds: string | undefined) => void;
}>;

function Editing({ bounds, own, onChange }: Props) {
  const { t } = useWords('aged-balance');
  const may = useMay();
  const toast = useToast();
  const save = useWrite(agedBalance.setBounds, STALE);
  const [text, setText] = useState(textOf(bounds));
  const read = readBounds(text);
  const use = (chosen: readonly number[]) => {
    setText(textOf(chosen));
    onChange(chosen.join() === own.join() ? undefined : chosen.join());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (read.ok) use(read.value);
  };
  const keep = () =>
    save.mutate(
      { body: { bounds: [...bounds] } },
      {
        onSuccess: () => {
          onChange(undefined);
          toast.done(t('bounds.kept'), {
            undo: () => save.mutateAsync({ body: { bounds: [...own] } }),
          });
        },
        onError: toast.refused,
      },
    );
  return (
    <Stack gap="sm">
      <Group gap="xs">
        {PRESETS.map((preset) => (
          <Button key={preset.join()} size="compact-sm" variant="default" onClick={() => use(preset)}>
            {textOf(preset)}
          </Button>
        ))}
      </Group>
      <form onSubmit={submit}>
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            flex={1}
            label={t('bounds.label')}
            description={t('bounds.hint')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            error={read.ok ? undefined : t('bounds.wrong')}
          />
          <Button type="submit" disabled={!read.ok}>
            {t('bounds.apply')}
          </Button>
        </Group>
      </form>
      {bounds.join() !== own.join() && (
        <Group gap="xs">
          <Button size="compact-sm" variant="subtle" onClick={() => use(own)}>
            {t('bounds.back', { own: textOf(own) })}
          </Button>
          {may('company.write') && (
            <Button size="compact-sm" variant="light" loading={save.isPending} onClick={keep}>
              {t('bounds.keep')}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}

/** A button that says the bounds in use and opens the editor. */
export function BoundsEditor(props: Props) {
  const { t } = useWords('aged-balance');
  return (
    <Popover width={380} position="bottom-start" shadow="md" withArrow trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<SlidersHorizontal size={ICON} aria-hidden />}>
          {t('bounds.button', { bounds: textOf(props.bounds) })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text fw={600} size="sm" mb="xs">
          {t('bounds.title')}
        </Text>
        <Editing key={props.bounds.join()} {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}
