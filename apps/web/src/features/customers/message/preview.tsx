// Preview of a message by hand: what stops it, what to think of, and the message as it would leave.
import { Alert, Skeleton, Stack, Text } from '@mantine/core';
import { messages } from '@quittance/contracts/api';
import type { CustomerId } from '@quittance/core/kernel';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { call } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { MessageView } from '../../../message/index.ts';
import { ProblemNote } from '../../../page/index.ts';
import { type HandDraft, wordsOf } from './hand-draft.ts';

type Shown = Awaited<ReturnType<typeof call<(typeof messages)['preview']>>>;

/** Asks for the preview of a draft; nothing is asked while nothing is listed. */
export const usePreview = (customerId: CustomerId, draft: HandDraft): UseQueryResult<Shown, Error> =>
  useQuery<Shown, Error>({
    queryKey: [messages.preview.path, customerId, draft],
    queryFn: () => call(messages.preview, { params: { customerId }, body: wordsOf(draft) as never }),
    enabled: draft.receivableIds.length > 0,
    placeholderData: keepPreviousData,
  });

const Reasons = ({ of }: Readonly<{ of: readonly string[] }>) => {
  const { t } = useWords('customers');
  return of.map((reason) => (
    <Text key={reason} size="sm">
      {t(`words:because.${reason}`)}
    </Text>
  ));
};

/** The answer, or why there is none. */
export function Preview({ of }: Readonly<{ of: UseQueryResult<Shown, Error> }>) {
  const { t } = useWords('customers');
  const { money } = useFormats();
  if (of.error) return <ProblemNote error={of.error} />;
  if (!of.data) return of.isFetching ? <Skeleton height={300} /> : <Text c="dimmed">{t('message.nothingListed')}</Text>;
  const { stops, warnings, message, disputedCents, currency } = of.data;
  return (
    <Stack gap="sm">
      {stops.length > 0 && (
        <Alert color="red" variant="light" title={t('message.stopped')} role="alert">
          <Reasons of={stops} />
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert color="yellow" variant="light" title={t('message.think')}>
          <Reasons of={warnings} />
        </Alert>
      )}
      {disputedCents > 0 && (
        <Alert color="blue" variant="light">
          {t('message.disputedLeftOut', { amount: money(disputedCents, currency) })}
        </Alert>
      )}
      <MessageView message={message} />
    </Stack>
  );
}
