// Rate dialog: the rates of one half-year, entered or corrected with their source.
import { Anchor, Button, Checkbox, Group, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { type HalfYearRates, rates } from '@quittance/contracts/api';
import { useState } from 'react';
import { fieldMessages, useWrite } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';
import { useHalfYear } from './half-year.ts';

const FIGURES = ['ecbMroPct', 'legalOtherPct', 'legalIndividualPct'] as const;
type Figures = Readonly<Record<(typeof FIGURES)[number], number | string>>;
const OFFICIAL = [
  ['legifrance', 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000029447469'],
  ['ecbSite', 'https://www.ecb.europa.eu/stats/policy_and_exchange_rates/key_ecb_interest_rates/html/index.fr.html'],
] as const;

const figuresOf = (known: HalfYearRates | undefined): Figures => ({
  ecbMroPct: known?.ecbMroPct ?? '',
  legalOtherPct: known?.legalOtherPct ?? '',
  legalIndividualPct: known?.legalIndividualPct ?? '',
});

/** `known` is what stands there now. */
export function RateDialog({
  halfYear,
  known,
  onClose,
}: Readonly<{ halfYear: string; known: HalfYearRates | undefined; onClose: () => void }>) {
  const { t, language } = useWords('settings');
  const toast = useToast();
  const halfWords = useHalfYear();
  const [figures, setFigures] = useState(figuresOf(known));
  const [source, setSource] = useState(known?.origin === 'edited' ? known.source : '');
  const [doubtful, setDoubtful] = useState(known?.doubtful ?? false);
  const save = useWrite(rates.update, ['/api/v1/rates']);
  const errors = fieldMessages(save.error);
  const submit = () => {
    const [ecbMroPct = 0, legalOtherPct = 0, legalIndividualPct = 0] = FIGURES.map((name) => Number(figures[name]));
    const body = { ecbMroPct, legalOtherPct, legalIndividualPct, source, doubtful };
    const done = () => {
      toast.done(t('rate.saved', { half: halfWords(halfYear) }));
      onClose();
    };
    save.mutate({ params: { halfYear }, body }, { onSuccess: done });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('rate.editTitle', { half: halfWords(halfYear) })}
      closeButtonProps={{ 'aria-label': t('words:do.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          <Text size="sm" c="dimmed">
            {t('rate.editHint')}
          </Text>
          {FIGURES.map((name) => (
            <NumberInput
              key={name}
              label={t(`rate.figure.${name}`)}
              required
              min={0}
              max={100}
              decimalScale={2}
              decimalSeparator={language === 'fr' ? ',' : '.'}
              suffix=" %"
              value={figures[name]}
              error={errors[name]}
              onChange={(value) => setFigures({ ...figures, [name]: value })}
            />
          ))}
          <TextInput
            label={t('rate.source')}
            description={t('rate.sourceHint')}
            required
            maxLength={200}
            value={source}
            error={errors.source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <Group gap="md">
            {OFFICIAL.map(([name, href]) => (
              <Anchor key={name} href={href} target="_blank" rel="noreferrer" size="sm">
                {t(`rate.official.${name}`)}
              </Anchor>
            ))}
          </Group>
          <Checkbox
            label={t('rate.doubtful')}
            checked={doubtful}
            onChange={(event) => setDoubtful(event.currentTarget.checked)}
          />
          <ProblemNote error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('words:do.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('words:do.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
