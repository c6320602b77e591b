// Lettering dialog: from which day to which, what the file holds and what to do with it, then the file.
import { List, Text } from '@mantine/core';
import { payments } from '@quittance/contracts/api';
import type { Day } from '@quittance/core/kernel';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { download } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { DayLine } from '../deeds/day-line.tsx';
import { DeedDialog } from '../deeds/deed-dialog.tsx';
import { today } from '../deeds/today.ts';

const NOTES = ['own', 'let', 'once', 'year'] as const;

/** The current month, unless chosen. */
export function LetteringDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useWords('payments');
  const { day } = useFormats();
  const [from, setFrom] = useState<string>(`${today().slice(0, 8)}01`);
  const [to, setTo] = useState<string>(today());
  const save = useMutation({
    mutationFn: () => download(payments.lettering, { query: { from: from as Day, to: to as Day } }),
    onSuccess: onClose,
  });
  return (
    <DeedDialog
      title={t('lettering.title')}
      preview={t('lettering.preview', { from: day(from), to: day(to) })}
      submit={t('lettering.do')}
      isPending={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <DayLine label={t('lettering.from')} value={from} onChange={setFrom} />
      <DayLine label={t('lettering.to')} value={to} onChange={setTo} />
      <List size="sm" spacing={4}>
        {NOTES.map((note) => (
          <List.Item key={note}>
            <Text size="sm">{t(`lettering.note.${note}`)}</Text>
          </List.Item>
        ))}
      </List>
    </DeedDialog>
  );
}
