// Pictures: the logo and the signature of the letterhead, shown as they are, replaced, taken off.
import { Button, FileButton, Group, Image, Paper, Stack, Text } from '@mantine/core';
import { type CompanyView, companies, PICTURE_MAX_BYTES } from '@quittance/contracts/api';
import { useEffect, useState } from 'react';
import { call, useWrite } from '../../../api/index.ts';
import { useFormats, useWords } from '../../../i18n/index.ts';
import { ProblemNote, useToast } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';

const PICTURES = ['logo', 'signature'] as const;
type Name = (typeof PICTURES)[number];
const SHOWN_HEIGHT = 72;

/** The kept picture on an address of this page; null until it is there. */
function useKept(company: CompanyView, picture: Name): string | null {
  const { companyId } = company;
  const sha256 = company.pictures[picture]?.sha256 ?? null;
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (sha256 === null) return setUrl(null);
    let made: string | null = null;
    let isGone = false;
    call(companies.picture, { params: { companyId, picture } }).then(
      ({ blob }) => {
        if (isGone) return;
        made = URL.createObjectURL(blob);
        setUrl(made);
      },
      () => setUrl(null),
    );
    return () => {
      isGone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [companyId, picture, sha256]);
  return url;
}

function Picture({ company, name }: Readonly<{ company: CompanyView; name: Name }>) {
  const { t } = useWords('settings');
  const { bytes } = useFormats();
  const toast = useToast();
  const may = useMay();
  const url = useKept(company, name);
  const kept = company.pictures[name];
  const set = useWrite(companies.setPicture, ['/api/v1/companies', '/api/v1/templates']);
  const remove = useWrite(companies.removePicture, ['/api/v1/companies', '/api/v1/templates']);
  const params = { companyId: company.companyId, picture: name };
  const send = (file: File | null) => {
    if (!file) return;
    const body = new FormData();
    body.append('file', file, file.name);
    set.mutate({ params, body }, { onSuccess: () => toast.done(t('picture.kept')) });
  };
  return (
    <Paper className="q-panel" p="md">
      <Stack gap="xs">
        <Text fw={600}>{t(`picture.${name}`)}</Text>
        {kept && url ? (
          <Image src={url} alt={t(`picture.${name}`)} h={SHOWN_HEIGHT} w="auto" fit="contain" bg="white" />
        ) : (
          <Text size="sm" c="dimmed">
            {t('picture.none')}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {kept
            ? t('picture.size', { size: bytes(kept.bytes), width: kept.width, height: kept.height })
            : t('picture.accepted', { size: bytes(PICTURE_MAX_BYTES) })}
        </Text>
        <ProblemNote error={set.error} />
        {may('company.write') && (
          <Group gap="xs">
            <FileButton
              onChange={send}
              accept="image/png,image/jpeg"
              inputProps={{ 'aria-label': t(`picture.${name}`) }}
            >
              {(props) => (
                <Button {...props} variant="default" loading={set.isPending}>
                  {t(kept ? 'picture.replace' : 'picture.choose')}
                </Button>
              )}
            </FileButton>
            {kept && (
              <Button
                variant="subtle"
                color="red"
                loading={remove.isPending}
                onClick={() =>
                  remove.mutate(
                    { params },
                    { onSuccess: () => toast.done(t('picture.removed')), onError: toast.refused },
                  )
                }
              >
                {t('picture.remove')}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

/** Both. */
export function Pictures({ company }: Readonly<{ company: CompanyView }>) {
  return (
    <Group align="stretch" gap="md">
      {PICTURES.map((name) => (
        <Picture key={name} company={company} name={name} />
      ))}
    </Group>
  );
}
