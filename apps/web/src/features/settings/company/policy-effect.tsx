// Policy effect: what the rules as they are typed would do to the next plan, before they are saved.
import { Alert, Button, Stack, Text } from '@mantine/core';
import { type CompanyPolicy, type CompanyView, companies } from '@quittance/contracts/api';
import { useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { ProblemNote } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';

/** Computed when asked; the answer goes when the rules change again. */
export function PolicyEffect({ policy, company }: Readonly<{ policy: CompanyPolicy; company: CompanyView }>) {
  const { t } = useWords('settings');
  const { day } = useFormats();
  const may = useMay();
  const effect = useWrite(companies.policyEffect);
  if (!may('company.write')) return null;
  const isOfThese = JSON.stringify(effect.variables?.body) === JSON.stringify(policy);
  const found = isOfThese ? effect.data : undefined;
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        loading={effect.isPending}
        onClick={() => effect.mutate({ params: { companyId: company.companyId }, body: policy })}
      >
        {t('effect.show')}
      </Button>
      {found && (
        <Alert variant="light" role="status" title={t('effect.title', { day: day(found.on) })}>
          <Text size="sm">{t('effect.actions', { before: found.before.actions, after: found.after.actions })}</Text>
          <Text size="sm">{t('effect.holds', { before: found.before.holds, after: found.after.holds })}</Text>
          <Text size="sm">
            {t(found.stopped + found.added === 0 ? 'effect.same' : 'effect.moves', {
              stopped: found.stopped,
              added: found.added,
            })}
          </Text>
        </Alert>
      )}
      <ProblemNote error={effect.error} />
    </Stack>
  );
}
