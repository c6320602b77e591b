// Why: the big answer to "why is it, or isn't it, chased?", with the rule, what comes next and what would change it.
import { Anchor, Button, Group, List, Paper, Popover, Stack, Text, Title } from '@mantine/core';
import type { InvoiceView } from '@quittance/contracts/api';
import { StatusBadge } from '@quittance/ui/values';
import { Link } from '@tanstack/react-router';
import { sayCode, useFormats, useWords } from '../../../i18n/index.ts';
import { whyWords } from '../../../receivables/index.ts';

type Term = InvoiceView['terms'][number];

const RULES = Array.from({ length: 13 }, (_, index) => `R${index + 1}`);

/** All the rules, the one at work in bold. */
function Rule({ rule }: Readonly<{ rule: string }>) {
  const { t } = useWords('invoices');
  return (
    <Popover width={420} position="bottom-start" shadow="md" withArrow trapFocus>
      <Popover.Target>
        <Button variant="subtle" size="compact-sm">
          {t('why.rule', { rule })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" fw={600} mb="xs">
          {t('why.rules')}
        </Text>
        <List size="sm" spacing={2} mah={360} style={{ overflowY: 'auto' }}>
          {RULES.map((each) => (
            <List.Item key={each} fw={each === rule ? 700 : 400}>
              {each}
              {t('words:colon')} {t(`words:rule.${each}`)}
            </List.Item>
          ))}
        </List>
      </Popover.Dropdown>
    </Popover>
  );
}

const TO_CUSTOMER = new Set([
  'no_contact',
  'no_postal_address',
  'needs_earlier_reminder',
  'ladder_done',
  'unmatched_payment',
]);

/** Where the reader goes to change it. */
function WayOut({ invoice, reason }: Readonly<{ invoice: InvoiceView; reason: string | null }>) {
  const { t } = useWords('invoices');
  if (reason === 'stale_data')
    return (
      <Anchor component={Link} to="/imports" size="sm">
        {t('why.toImports')}
      </Anchor>
    );
  if (reason === null || !TO_CUSTOMER.has(reason)) return null;
  return (
    <Link to="/customers/$customerId" params={{ customerId: String(invoice.customerId) }}>
      {t('why.toCustomer', { name: invoice.customerName })}
    </Link>
  );
}

function Next({ term }: Readonly<{ term: Term }>) {
  const { t } = useWords('invoices');
  const { day } = useFormats();
  if (!term.next || term.why.outcome === 'action') return null;
  const { step, channel, on } = term.next;
  const words = sayCode(t, `words:step.${step}`, 'words:empty');
  return (
    <Text size="sm">
      {t('why.next', { step: words, channel: t(`words:channel.${channel}`).toLowerCase(), day: day(on) })}
    </Text>
  );
}

function Answer({ invoice, term }: Readonly<{ invoice: InvoiceView; term: Term }>) {
  const { t } = useWords('invoices');
  const { day, money } = useFormats();
  const { why } = term;
  const code = why.outcome === 'action' ? 'action' : (why.reason ?? 'waiting_next_step');
  return (
    <div>
      {invoice.terms.length > 1 && (
        <Text size="sm" c="dimmed">
          {t('why.ofTerm', { day: day(term.dueOn), open: money(term.openCents, term.currency) })}
        </Text>
      )}
      <Text fz="lg" maw="68ch">
        {whyWords(why, { t, day })}
      </Text>
      {why.note && <Text size="sm">{t('words:why.note', { note: why.note })}</Text>}
      {why.outcome !== 'closed' && (
        <>
          <Next term={term} />
          <Text size="sm" c="dimmed" maw="68ch">
            {t('why.change')} {sayCode(t, `change.${code}`, 'words:nothing')}
          </Text>
          <Group gap="sm" mt={4}>
            {why.rule && <Rule rule={why.rule} />}
            <WayOut invoice={invoice} reason={why.reason} />
          </Group>
        </>
      )}
    </div>
  );
}

/** One answer for each term still open; one in all where nothing is. */
export function Why({ invoice }: Readonly<{ invoice: InvoiceView }>) {
  const { t } = useWords('invoices');
  const open = invoice.terms.filter(({ openCents }) => openCents > 0);
  const isChased = open.some(({ why }) => why.outcome === 'action');
  const terms = open.length > 0 ? open : invoice.terms.slice(0, 1);
  return (
    <Paper className="q-panel" p="md" component="section" aria-labelledby="why-title">
      <Group gap="sm" mb="xs">
        <Title order={2} id="why-title">
          {t(isChased ? 'why.titleChased' : 'why.titleNot')}
        </Title>
        {open.length > 0 && (
          <StatusBadge mood={isChased ? 'good' : 'plain'}>{t(isChased ? 'why.chased' : 'why.notChased')}</StatusBadge>
        )}
      </Group>
      <Stack gap="md">
        {terms.map((term) => (
          <Answer key={term.receivableId} invoice={invoice} term={term} />
        ))}
      </Stack>
    </Paper>
  );
}
