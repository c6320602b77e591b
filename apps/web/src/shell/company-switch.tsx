// Company switch: where the reader works now. One company is only named; several are chosen from.
import { Button, Select, Stack, Text } from '@mantine/core';
import { session as sessionRoutes } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { call } from '../api/index.ts';
import { useWords } from '../i18n/index.ts';
import { useToast } from '../page/index.ts';
import { useCompany, useSession } from '../session/index.ts';

type Place = { org: string; company?: string };

/** The list that a customer or an invoice belongs to: another company does not have it. Any other screen stays, without its filters. */
const screenOf = (path: string): string => path.replace(/^(\/(?:customers|invoices|scenarios))\/.*$/, '$1');

/** Another company has other data: nothing remembered of the first may be shown. */
function useChoose(): (place: Place) => Promise<void> {
  const client = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  return async (place) => {
    try {
      const view = await call(sessionRoutes.choose, { body: place });
      client.setQueriesData({ queryKey: [sessionRoutes.get.path] }, view);
      await router.navigate({ href: screenOf(router.state.location.pathname), replace: true });
      await client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionRoutes.get.path });
    } catch (error) {
      toast.refused(error);
    }
  };
}

const SEPARATOR = '\n';

/** Names the company in view, or offers the others. */
export function CompanySwitch() {
  const { t } = useWords('shell');
  const { data } = useSession();
  const company = useCompany();
  const choose = useChoose();
  const current = data?.current;
  const places = [
    ...(current?.companies ?? []).map(({ code, name }) => ({
      value: `${current?.org}${SEPARATOR}${code}`,
      label: name,
    })),
    ...(data?.organizations ?? [])
      .filter(({ slug }) => slug !== current?.org)
      .map(({ slug, name }) => ({ value: slug, label: name })),
  ];
  if (places.length < 2)
    return (
      <Text fw={600} className="q-company">
        {company?.name}
      </Text>
    );
  const go = (value: string | null) => {
    const [org, code] = (value ?? '').split(SEPARATOR);
    if (org) void choose(code ? { org, company: code } : { org });
  };
  return (
    <Select
      aria-label={t('company')}
      data={places}
      value={`${current?.org}${SEPARATOR}${current?.company}`}
      onChange={go}
      allowDeselect={false}
      checkIconPosition="right"
    />
  );
}

/** For somebody of several organizations who has not chosen yet. */
export function ChooseOrganization() {
  const { t } = useWords('shell');
  const { data } = useSession();
  const choose = useChoose();
  const choices = (
    <Stack>
      {data?.organizations.map(({ slug, name }) => (
        <Button key={slug} variant="default" onClick={() => void choose({ org: slug })}>
          {name}
        </Button>
      ))}
    </Stack>
  );
  return (
    <EmptyState title={t('noCompany.title')} action={choices}>
      {t('noCompany.hint')}
    </EmptyState>
  );
}
