// Timeline of a customer: everything that happened, newest first, by kind where asked; each line leads to its proof.
import { Chip, Group, Stack, Text, Title } from '@mantine/core';
import { customers, TIMELINE_KINDS, type TimelineKind } from '@quittance/contracts/api';
import type { CustomerId } from '@quittance/core/kernel';
import { useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { Pager } from '../../../table/index.ts';
import { TimelineEntry } from './timeline-entry.tsx';
import './file.css';

const SIZE = 25;
// What everybody wants to know; which import brought a fact is asked for.
const USUAL = TIMELINE_KINDS.filter((kind) => kind !== 'import');

/** Paged by the server. */
export function Timeline({ customerId }: Readonly<{ customerId: CustomerId }>) {
  const { t } = useWords('customers');
  const [kinds, setKinds] = useState<readonly TimelineKind[]>([]);
  const [page, setPage] = useState(1);
  const query = { page, size: SIZE, kinds: (kinds.length > 0 ? kinds : USUAL).join(',') };
  const answer = useRead(customers.timeline, { params: { customerId }, query }, { keep: true });
  const owners = useRead(customers.choices, undefined).data?.owners;
  const nameOf = (email: string) => owners?.find((owner) => owner.email === email)?.name ?? email;
  const choose = (next: string[]) => {
    setPage(1);
    setKinds(next as TimelineKind[]);
  };
  return (
    <section>
      <Title order={2} mb="xs">
        {t('timeline.title')}
      </Title>
      <Chip.Group multiple value={[...kinds]} onChange={choose}>
        <Group gap={6} mb="sm" role="group" aria-label={t('timeline.filter')}>
          {TIMELINE_KINDS.map((kind) => (
            <Chip key={kind} value={kind} size="xs">
              {t(`timeline.kinds.${kind}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Answer of={answer}>
        {(list) =>
          list.total === 0 ? (
            <Text c="dimmed">{t('timeline.none')}</Text>
          ) : (
            <>
              <Stack component="ol" gap={0} className="q-timeline" data-stale={answer.isPlaceholderData || undefined}>
                {list.items.map((line) => (
                  <TimelineEntry key={line.key} line={line} nameOf={nameOf} />
                ))}
              </Stack>
              <Pager of={list} onPage={setPage} />
            </>
          )
        }
      </Answer>
    </section>
  );
}
