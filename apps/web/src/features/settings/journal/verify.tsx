// Verify: the chain of hashes recomputed piece by piece, with its progress and what came out.
import { Alert, Button, Code, Progress, Stack, Text } from '@mantine/core';
import { journal } from '@quittance/contracts/api';
import type { CallResult } from '@quittance/contracts/client';
import { useState } from 'react';
import { call } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { ProblemNote } from '../../../page/index.ts';

type Piece = CallResult<typeof journal.verify>;
const WHOLE = 100;

function Outcome({ piece }: Readonly<{ piece: Piece }>) {
  const { t } = useWords('journal');
  if (piece.firstBroken) {
    const { seq, fault } = piece.firstBroken;
    return (
      <Alert color="red" variant="light" role="alert" title={t('broken', { seq, fault: t(`fault.${fault}`) })}>
        {t('brokenHint')}
      </Alert>
    );
  }
  return (
    <Alert color="green" variant="light" role="status" title={t('whole', { count: piece.events })}>
      <Text size="sm">{t('wholeHint')}</Text>
      <Code className="q-hash">{piece.head}</Code>
    </Alert>
  );
}

/** Asked for by hand: it reads every line. */
export function Verify() {
  const { t } = useWords('journal');
  const [piece, setPiece] = useState<Piece | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const verify = async () => {
    setBusy(true);
    setError(null);
    setPiece(null);
    try {
      let last = await call(journal.verify, { query: {} });
      setPiece(last);
      while (!last.done) {
        last = await call(journal.verify, { query: { after: last.events, head: last.head } });
        setPiece(last);
      }
    } catch (thrown) {
      setError(thrown);
    }
    setBusy(false);
  };
  return (
    <Stack gap="sm" maw={640}>
      <div>
        <Button variant="default" loading={isBusy} onClick={() => void verify()}>
          {t('verify')}
        </Button>
      </div>
      {isBusy && piece && (
        <div role="status">
          <Progress value={(piece.events / Math.max(1, piece.total)) * WHOLE} aria-label={t('verify')} />
          <Text size="sm">{t('verifying', { done: piece.events, total: piece.total })}</Text>
        </div>
      )}
      {!isBusy && piece && <Outcome piece={piece} />}
      <ProblemNote error={error} />
    </Stack>
  );
}
