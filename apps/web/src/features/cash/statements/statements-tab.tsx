// Statements tab: how far each bank account is known, what waits on it, which statement is missing; and every statement brought in.
import { Group } from '@mantine/core';
import { bank } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { LetteringExport } from '../../payments/lettering/lettering-export.tsx';
import { Accounts } from './accounts.tsx';
import { StatementList } from './statement-list.tsx';

/** The tab. */
export function StatementsTab() {
  const { t } = useWords('cash');
  const answer = useRead(bank.accounts, undefined);
  return (
    <>
      <Group justify="flex-end">
        <LetteringExport />
      </Group>
      <Answer of={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('statements.empty')} action={<Link to="/imports">{t('import')}</Link>}>
              {t('statements.emptyHint')}
            </EmptyState>
          ) : (
            <>
              <h2 className="q-cashtitle">{t('statements.accounts')}</h2>
              <Accounts items={items} />
              <h2 className="q-cashtitle">{t('statements.list')}</h2>
              <StatementList />
            </>
          )
        }
      </Answer>
    </>
  );
}
