// Calendar page: holidays, closed days by the day or by the period, and what the next worked day is.
import './words.ts';
import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { type CompanyView, companies } from '@quittance/contracts/api';
import { isWorkedDay, nextWorkedDay } from '@quittance/core/calendar';
import { addDays, type Day } from '@quittance/core/kernel';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { DayPicker, ProblemNote, useToast } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { OfCompany, SettingsPage } from '../of-company.tsx';
import { Month } from './month.tsx';

const ICON = 12;
const MOST_DAYS = 400;

const todayThere = (timeZone: string): Day =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(),
  ) as Day;

const daysBetween = (from: string, to: string): Day[] => {
  const days: Day[] = [];
  for (let at = from as Day; at <= to && days.length < MOST_DAYS; at = addDays(at, 1)) days.push(at);
  return days;
};

function Period({ onAdd }: Readonly<{ onAdd: (days: readonly Day[]) => void }>) {
  const { t } = useWords('calendar');
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const isWhole = from !== undefined && to !== undefined && from <= to;
  const add = () => {
    if (isWhole) onAdd(daysBetween(from, to));
    setFrom(undefined);
    setTo(undefined);
  };
  return (
    <div>
      <Title order={3} mb="xs">
        {t('period')}
      </Title>
      <Group gap="sm">
        <DayPicker label={t('from')} placeholder={t('from')} value={from} onChange={setFrom} />
        <DayPicker label={t('to')} placeholder={t('to')} value={to} onChange={setTo} {...(from ? { min: from } : {})} />
        <Button variant="default" disabled={!isWhole} onClick={add}>
          {t('add')}
        </Button>
      </Group>
    </div>
  );
}

function ClosedDays({ days, onOpen }: Readonly<{ days: readonly Day[]; onOpen?: ((on: Day) => void) | undefined }>) {
  const { t } = useWords('calendar');
  const formats = useFormats();
  return (
    <div>
      <Title order={3} mb="xs">
        {t('closedDays')}
      </Title>
      {days.length === 0 && <Text c="dimmed">{t('none')}</Text>}
      <Group gap={6}>
        {days.map((on) => (
          <Button
            key={on}
            variant="default"
            size="compact-sm"
            disabled={!onOpen}
            aria-label={t('reopen', { day: formats.day(on) })}
            rightSection={<X size={ICON} aria-hidden />}
            onClick={() => onOpen?.(on)}
          >
            {formats.day(on)}
          </Button>
        ))}
      </Group>
    </div>
  );
}

function Editor({ company }: Readonly<{ company: CompanyView }>) {
  const { t } = useWords('calendar');
  const formats = useFormats();
  const toast = useToast();
  const may = useMay()('company.write');
  const { policy, companyId } = company;
  const today = todayThere(company.timeZone);
  const [alsaceMoselle, setAlsaceMoselle] = useState(policy.alsaceMoselle);
  const [closedDays, setClosedDays] = useState<readonly Day[]>(policy.closedDays);
  const [month, setMonth] = useState(`${today.slice(0, 7)}-01` as Day);
  const save = useWrite(companies.updatePolicy, ['/api/v1/companies', '/api/v1/reminders']);
  const calendar = { alsaceMoselle, closedDays };
  const close = (days: readonly Day[]) => {
    const open = days.filter((on) => isWorkedDay(on, calendar));
    setClosedDays([...closedDays, ...open].sort());
  };
  const turn = (on: Day) =>
    closedDays.includes(on) ? setClosedDays(closedDays.filter((other) => other !== on)) : close([on]);
  const isChanged = alsaceMoselle !== policy.alsaceMoselle || closedDays.join() !== policy.closedDays.join();
  const submit = () =>
    save.mutate(
      { params: { companyId }, body: { ...policy, alsaceMoselle, closedDays: [...closedDays] } },
      { onSuccess: () => toast.done(t('saved')) },
    );
  return (
    <Stack gap="lg">
      <Text role="status">{t('next', { day: formats.day(nextWorkedDay(addDays(today, 1), calendar)) })}</Text>
      <Checkbox
        label={t('alsaceMoselle')}
        description={t('alsaceMoselleHint')}
        checked={alsaceMoselle}
        disabled={!may}
        onChange={(event) => setAlsaceMoselle(event.currentTarget.checked)}
      />
      <div>
        <Month first={month} calendar={calendar} onMonth={setMonth} onDay={may ? turn : undefined} />
        {may && (
          <Text size="sm" c="dimmed" mt="xs">
            {t('dayHint')}
          </Text>
        )}
      </div>
      {may && <Period onAdd={close} />}
      <ClosedDays days={closedDays.filter((on) => on >= today)} onOpen={may ? turn : undefined} />
      <ProblemNote error={save.error} />
      {may && (
        <Group>
          <Button onClick={submit} disabled={!isChanged} loading={save.isPending}>
            {t('words:do.save')}
          </Button>
          {isChanged && (
            <Text size="sm" c="dimmed">
              {t('unsaved')}
            </Text>
          )}
        </Group>
      )}
    </Stack>
  );
}

/** The page. */
export function CalendarPage() {
  const { t } = useWords('calendar');
  return (
    <SettingsPage title={t('title')} hint={t('hint')}>
      <OfCompany>{(company) => <Editor key={company.companyId} company={company} />}</OfCompany>
    </SettingsPage>
  );
}
