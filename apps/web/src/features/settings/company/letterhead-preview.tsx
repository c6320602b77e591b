// Letterhead preview: a letter and an e-mail with the letterhead as it is saved, on an example customer.
import { SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { type CompanyView, templates } from '@quittance/contracts/api';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { MessageView } from '../../../message/index.ts';
import { Answer } from '../../../page/index.ts';

const CHANNELS = ['letter', 'email'] as const;
type Channel = (typeof CHANNELS)[number];

/** Drawn anew when the company changes. */
export function LetterheadPreview({ company }: Readonly<{ company: CompanyView }>) {
  const { t, language } = useWords('settings');
  const [channel, setChannel] = useState<Channel>('letter');
  const which = { tone: 'firm', channel, language, audience: 'business' } as const;
  const preview = useQuery({
    queryKey: ['/api/v1/templates', 'letterhead', which, company.letterhead, company.pictures],
    queryFn: async () => {
      const { subject, body } = (await call(templates.get, { params: which })).template;
      return call(templates.preview, { body: { ...which, subject, body } });
    },
    retry: false,
  });
  return (
    <Stack gap="sm">
      <div>
        <Title order={3}>{t('preview.title')}</Title>
        <Text size="sm" c="dimmed">
          {t('preview.hint')}
        </Text>
      </div>
      <div>
        <SegmentedControl
          aria-label={t('preview.title')}
          value={channel}
          onChange={(chosen) => setChannel(chosen as Channel)}
          data={CHANNELS.map((each) => ({ value: each, label: t(`words:channel.${each}`) }))}
        />
      </div>
      <Answer of={preview}>{(message) => <MessageView message={message} />}</Answer>
    </Stack>
  );
}
