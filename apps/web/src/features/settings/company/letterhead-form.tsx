// Letterhead form: what stands on letters and e-mails, and how to be paid.
import { Button, Grid, Stack, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { type CompanyView, companies, type Letterhead } from '@quittance/contracts/api';
import type { Cents } from '@quittance/core/kernel';
import { fieldMessages, useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';

const TEXTS = [
  'rcs',
  'website',
  'name',
  'legalForm',
  'siren',
  'vatNumber',
  'email',
  'phone',
  'iban',
  'bic',
  'signature',
  'footer',
] as const;
const LINES = ['line1', 'line2', 'postalCode', 'city', 'country'] as const;

const CENTS = 100;

type Name = (typeof TEXTS)[number] | (typeof LINES)[number] | 'capital';
type Fields = Record<Name, string>;

const fieldsOf = (letterhead: Letterhead): Fields => ({
  ...(Object.fromEntries(TEXTS.map((name) => [name, letterhead[name] ?? ''])) as Fields),
  ...(Object.fromEntries(LINES.map((name) => [name, letterhead.address?.[name] ?? ''])) as Partial<Fields>),
  country: letterhead.address?.country ?? 'FR',
  capital: letterhead.capitalCents === null ? '' : String(letterhead.capitalCents / CENTS).replace('.', ','),
});

const orNull = (text: string): string | null => text.trim() || null;

const centsOf = (text: string): Cents | null => {
  const amount = Number(text.replace(/[\s€]/g, '').replace(',', '.'));
  return text.trim() && Number.isFinite(amount) ? (Math.round(amount * CENTS) as Cents) : null;
};

const letterheadOf = (fields: Fields): Letterhead => {
  const { line1, line2, postalCode, city, country } = fields;
  const hasAddress = Boolean(line1.trim() || city.trim());
  return {
    name: fields.name.trim(),
    legalForm: fields.legalForm,
    siren: orNull(fields.siren.replace(/\s/g, '')),
    vatNumber: orNull(fields.vatNumber),
    capitalCents: centsOf(fields.capital),
    rcs: orNull(fields.rcs),
    website: orNull(fields.website),
    address: hasAddress ? { line1, line2, postalCode, city, country: country.trim().toUpperCase() } : null,
    email: orNull(fields.email),
    phone: orNull(fields.phone),
    iban: orNull(fields.iban),
    bic: orNull(fields.bic),
    signature: fields.signature,
    footer: fields.footer,
  };
};

const GROUPS: readonly { title: string | null; names: readonly Name[] }[] = [
  { title: null, names: ['name', 'legalForm', 'siren', 'vatNumber', 'capital', 'rcs'] },
  { title: 'address', names: ['line1', 'line2', 'postalCode', 'city', 'country'] },
  { title: 'contact', names: ['email', 'phone', 'website'] },
  { title: 'bank', names: ['iban', 'bic'] },
  { title: 'print', names: ['signature', 'footer'] },
];
const HINTS: ReadonlySet<Name> = new Set(['iban', 'signature', 'footer']);
const WIDE: ReadonlySet<Name> = new Set(['name', 'line1', 'line2', 'iban', 'footer']);

function Field({ name, form, isLocked }: Readonly<{ name: Name; form: UseFormReturnType<Fields>; isLocked: boolean }>) {
  const { t } = useWords('settings');
  const Box = name === 'footer' || name === 'signature' ? Textarea : TextInput;
  return (
    <Grid.Col span={{ base: 12, xs: WIDE.has(name) ? 12 : 6 }}>
      <Box
        label={t(`letterhead.${name}`)}
        description={HINTS.has(name) ? t(`letterhead.${name}Hint`) : undefined}
        required={name === 'name'}
        readOnly={isLocked}
        key={form.key(name)}
        {...form.getInputProps(name)}
      />
    </Grid.Col>
  );
}

/** Saved as a whole. */
export function LetterheadForm({ company }: Readonly<{ company: CompanyView }>) {
  const { t } = useWords('settings');
  const may = useMay();
  const toast = useToast();
  const form = useForm<Fields>({ mode: 'uncontrolled', initialValues: fieldsOf(company.letterhead) });
  const save = useWrite(companies.updateLetterhead, ['/api/v1/companies', '/api/v1/session']);
  const isLocked = !may('company.write');
  const submit = (fields: Fields) =>
    save.mutate(
      { params: { companyId: company.companyId }, body: letterheadOf(fields) },
      { onSuccess: () => toast.done(t('saved')), onError: (error) => form.setErrors(fieldMessages(error)) },
    );
  return (
    <form className="q-form" onSubmit={form.onSubmit(submit)}>
      {GROUPS.map(({ title, names }) => (
        <fieldset key={title}>
          {title && <legend>{t(`letterhead.${title}`)}</legend>}
          <Grid gap="sm">
            {names.map((name) => (
              <Field key={name} name={name} form={form} isLocked={isLocked} />
            ))}
          </Grid>
        </fieldset>
      ))}
      <Stack align="flex-start">
        <ProblemNote error={save.error} />
        {!isLocked && (
          <Button type="submit" loading={save.isPending}>
            {t('words:do.save')}
          </Button>
        )}
      </Stack>
    </form>
  );
}
