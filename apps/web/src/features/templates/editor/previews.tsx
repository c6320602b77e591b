// Previews: the text on a chosen customer as it would leave, beside the text in force in the other language.
import { SimpleGrid, Text } from '@mantine/core';
import { type TemplateView, templates } from '@quittance/contracts/api';
import type { CustomerId } from '@quittance/core/kernel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, keyOf, useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { MessageView } from '../../../message/index.ts';
import { ProblemNote } from '../../../page/index.ts';
import { CustomerChoice } from '../../scenarios/customer-choice.tsx';

/** Which text, and its words. */
export type Which = Pick<TemplateView, 'tone' | 'channel' | 'language' | 'audience'>;
export type Wording = Readonly<{ subject: string; body: string }>;

type Shown = Readonly<{ which: Which; text: Wording; customerId: CustomerId | null; isReady: boolean; title: string }>;

function One({ which, text, customerId, isReady, title }: Shown) {
  const body = { ...which, ...text, ...(customerId === null ? {} : { customerId }) };
  const preview = useQuery({
    queryKey: keyOf(templates.preview, body),
    queryFn: () => call(templates.preview, { body }),
    enabled: isReady,
    placeholderData: (old) => old,
    retry: false,
  });
  return (
    <section aria-label={title}>
      <Text fw={500} size="sm" mb={4}>
        {title}
      </Text>
      {preview.data && <MessageView message={preview.data} />}
      <ProblemNote error={preview.error} />
    </section>
  );
}

function Other({ which, customerId }: Readonly<{ which: Which; customerId: CustomerId | null }>) {
  const { t } = useWords('templates');
  const language = which.language === 'fr' ? 'en' : 'fr';
  const other = { ...which, language } as const;
  const { data } = useRead(templates.get, { params: other });
  const title = t('inForce', { language: t(`words:language.${language}`) });
  if (!data) return <Text size="sm">{t('words:list.loading')}</Text>;
  const { subject, body } = data.template;
  return <One which={other} text={{ subject, body }} customerId={customerId} isReady title={title} />;
}

/** `onCustomer` tells whom the texts are shown on. */
export function Previews({
  which,
  text,
  isSound,
  onCustomer,
}: Readonly<{
  which: Which;
  text: Wording;
  isSound: boolean;
  onCustomer: (customerId: CustomerId | null) => void;
}>) {
  const { t } = useWords('templates');
  const [customerId, setCustomerId] = useState<CustomerId | null>(null);
  return (
    <section aria-label={t('preview')}>
      <div className="q-preview-choice">
        <CustomerChoice
          label={t('previewOn')}
          placeholder={t('exampleCustomer')}
          value={customerId}
          onChange={(chosen) => {
            setCustomerId(chosen);
            onCustomer(chosen);
          }}
        />
      </div>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" mt="sm">
        <One
          which={which}
          text={text}
          customerId={customerId}
          isReady={isSound}
          title={t('asEdited', { language: t(`words:language.${which.language}`) })}
        />
        <Other which={which} customerId={customerId} />
      </SimpleGrid>
    </section>
  );
}
