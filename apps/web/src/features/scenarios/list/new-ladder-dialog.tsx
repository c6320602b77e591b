// New ladder: a copy of one that exists under a name of its own; nobody is on it until it is given to somebody.
import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { type ScenarioView, scenarios } from '@quittance/contracts/api';
import { SHIPPED_SCENARIOS } from '@quittance/core/dunning';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';
import { ladderName } from '../ladder-name.ts';

const MOST = 30;

/** A code made of the name, that no other ladder has. */
function codeOf(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, MOST);
  const base = plain || 'scenario';
  for (let n = 1; ; n += 1) {
    const code = n === 1 ? base : `${base}_${n}`;
    if (!taken.includes(code)) return code;
  }
}

const SHIPPED = 'shipped.';

/** `from` is the ladder copied unless another is chosen: one of the company's, or one as shipped. */
export function NewLadderDialog({
  all,
  from,
  onClose,
}: Readonly<{ all: readonly ScenarioView[]; from: ScenarioView; onClose: () => void }>) {
  const { t } = useWords('scenarios');
  const toast = useToast();
  const navigate = useNavigate();
  const [name, setName] = useState(t('new.copyOf', { name: ladderName(t, from) }));
  const [source, setSource] = useState(from.code);
  const save = useWrite(scenarios.save, ['/api/v1/scenarios']);
  const shipped = SHIPPED_SCENARIOS.find(({ code }) => `${SHIPPED}${code}` === source);
  const steps = shipped
    ? shipped.steps.map(({ rank: _, ...step }) => ({ ...step, fallbackChannels: [...step.fallbackChannels] }))
    : (all.find(({ code }) => code === source) ?? from).steps;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = codeOf(
      name,
      all.map((each) => each.code),
    );
    save.mutate(
      { params: { code }, body: { name: name.trim(), steps, version: 0 } },
      {
        onSuccess: () => {
          toast.done(t('new.done'));
          void navigate({ to: '/scenarios/$code', params: { code }, search: {} });
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title={t('new.title')} closeButtonProps={{ 'aria-label': t('words:do.close') }}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            data-autofocus
            label={t('name')}
            value={name}
            maxLength={120}
            required
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t('new.from')}
            data={[
              {
                group: t('new.ours'),
                items: all.map((each) => ({ value: each.code, label: ladderName(t, each) })),
              },
              {
                group: t('new.shipped'),
                items: SHIPPED_SCENARIOS.map(({ code }) => ({
                  value: SHIPPED + code,
                  label: t('new.asShipped', { name: t(`words:scenario.${code}`) }),
                })),
              },
            ]}
            value={source}
            allowDeselect={false}
            onChange={(chosen) => chosen && setSource(chosen)}
          />
          <Text size="sm" c="dimmed">
            {t('new.hint')}
          </Text>
          <ProblemNote error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('words:do.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
              {t('new.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
