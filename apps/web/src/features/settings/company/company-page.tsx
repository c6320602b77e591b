// Company page: letterhead with its pictures and accounts, and what it looks like on paper and on screen.
import { Group, Stack, Title } from '@mantine/core';
import { useWords } from '../../../i18n/index.ts';
import { useMay } from '../../../session/index.ts';
import { OfCompany, SettingsPage } from '../of-company.tsx';
import { AccountsForm } from './accounts-form.tsx';
import { LetterheadForm } from './letterhead-form.tsx';
import { LetterheadPreview } from './letterhead-preview.tsx';
import { NewCompany } from './new-company.tsx';
import { Pictures } from './pictures.tsx';

/** The page. */
export function CompanyPage() {
  const { t } = useWords('settings');
  const may = useMay();
  return (
    <SettingsPage title={t('section.company')} hint={t('letterhead.hint')}>
      <OfCompany>
        {(company) => (
          <Stack gap="xl" key={company.companyId}>
            {may('company.write') && (
              <Group>
                <NewCompany />
              </Group>
            )}
            <LetterheadForm company={company} />
            <AccountsForm key={JSON.stringify(company.letterhead.accounts)} company={company} />
            <div>
              <Title order={3} mb="xs">
                {t('picture.title')}
              </Title>
              <Pictures company={company} />
            </div>
            <LetterheadPreview company={company} />
          </Stack>
        )}
      </OfCompany>
    </SettingsPage>
  );
}
