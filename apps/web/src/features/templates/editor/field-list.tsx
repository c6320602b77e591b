// Field list: what a text may say, by subject, each with its meaning and an example; a click puts it where the cursor stands.
import { Accordion, Text, TextInput, UnstyledButton } from '@mantine/core';
import type { TemplateField } from '@quittance/contracts/api';
import { useState } from 'react';
import { useWords } from '../../../i18n/index.ts';

const GROUPS = ['message', 'customer', 'company', 'invoices', 'amounts', 'penalties', 'earlier'] as const;
type Group = (typeof GROUPS)[number];

const MESSAGE = ['greeting', 'on', 'tone', 'channel', 'place', 'deadline', 'deadline_days', 'attachments'];

const groupOf = ({ field }: TemplateField): Group => {
  const prefix = GROUPS.find((group) => field.startsWith(`${group}.`) || field.startsWith(`${group}[]`));
  if (prefix) return prefix;
  if (MESSAGE.includes(field) || field === 'attachment_count') return 'message';
  return /invoice|due|late/.test(field) ? 'invoices' : 'amounts';
};

/** What is written into the text for a field. */
export function snippetOf({ field, kind, optional }: TemplateField): string {
  if (field === 'invoices') return '{% for invoice in invoices %}{{ invoice.number }} {% endfor %}';
  if (field.startsWith('invoices[].'))
    return `{% for invoice in invoices %}{{ invoice.${field.slice('invoices[].'.length)} }} {% endfor %}`;
  if (kind === 'yes_no') return `{% if ${field} %}…{% endif %}`;
  return optional ? `{% if ${field} %}{{ ${field} }}{% endif %}` : `{{ ${field} }}`;
}

/** Fields offered. */
export function FieldList({
  fields,
  onInsert,
}: Readonly<{ fields: readonly TemplateField[]; onInsert: (snippet: string) => void }>) {
  const { t, language } = useWords('templates');
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<readonly string[]>(['message']);
  const wanted = search.trim().toLowerCase();
  const found = fields.filter(
    (each) => !wanted || `${each.field} ${each.fr} ${each.en}`.toLowerCase().includes(wanted),
  );
  return (
    <section aria-label={t('fields')}>
      <Text fw={500} size="sm">
        {t('fields')}
      </Text>
      <Text size="xs" c="dimmed" mb="xs">
        {t('fieldsHint')}
      </Text>
      <TextInput
        type="search"
        size="xs"
        aria-label={t('findField')}
        placeholder={t('findField')}
        value={search}
        mb="xs"
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <Accordion multiple value={wanted ? [...GROUPS] : [...open]} onChange={setOpen} chevronPosition="left">
        {GROUPS.map((group) => {
          const own = found.filter((each) => groupOf(each) === group);
          if (own.length === 0) return null;
          return (
            <Accordion.Item key={group} value={group}>
              <Accordion.Control>{t(`group.${group}`)}</Accordion.Control>
              <Accordion.Panel>
                <ul className="q-plain-list">
                  {own.map((each) => (
                    <li key={each.field}>
                      <UnstyledButton className="q-field" onClick={() => onInsert(snippetOf(each))}>
                        <code>{each.field}</code> <span>{language === 'en' ? each.en : each.fr}</span>
                        {each.example !== '' && (
                          <Text span size="xs" c="dimmed">
                            {t('example', { example: each.example })}
                          </Text>
                        )}
                      </UnstyledButton>
                    </li>
                  ))}
                </ul>
              </Accordion.Panel>
            </Accordion.Item>
          );
        })}
      </Accordion>
    </section>
  );
}
