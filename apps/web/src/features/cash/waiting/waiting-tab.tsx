// Waiting tab: the movements that wait, the one in hand beside them; ↑ ↓ choose, Enter accepts, U undoes, M by hand, E sets aside.
import { Kbd } from '@mantine/core';
import { type MovementRow, matching, proposalDecisionValue, waitingAgeValue } from '@quittance/contracts/api';
import { EmptyState } from '@quittance/ui/states';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Answer } from '../../../page/index.ts';
import { useMay } from '../../../session/index.ts';
import { DataTable, NoMatch, Pager } from '../../../table/index.ts';
import { BulkAccept } from './bulk-accept.tsx';
import { type CashDesk, useCashDesk } from './decisions.ts';
import { payerOf, useLineColumns } from './line-columns.tsx';
import { type LineFilter, LineFilters } from './line-filters.tsx';
import { LinePane } from './line-pane.tsx';

const AsideDialog = lazy(async () => ({ default: (await import('./aside-dialog.tsx')).AsideDialog }));
const ByHandDialog = lazy(async () => ({ default: (await import('../by-hand/by-hand-dialog.tsx')).ByHandDialog }));
const ReturnDialog = lazy(async () => ({ default: (await import('../by-hand/return-dialog.tsx')).ReturnDialog }));

const route = getRouteApi('/shell/cash');
const PAGE_SIZE = 100;
const KEYS = [
  ['↑ ↓', 'move'],
  ['↵', 'accept'],
  ['1-5', 'other'],
  ['M', 'byHand'],
  ['E', 'aside'],
  ['U', 'undo'],
] as const;

type List = Readonly<{ items: readonly MovementRow[]; total: number; page: number; size: number }>;
/** What is asked about which lines. */
type Question = Readonly<{ kind: 'aside' | 'hand'; lines: readonly MovementRow[] }>;

function KeyLine() {
  const { t } = useWords('cash');
  return (
    <div className="q-cashkeys" role="note" aria-label={t('keys.label')}>
      {KEYS.map(([key, word]) => (
        <span key={word}>
          <Kbd size="xs">{key}</Kbd> {t(`keys.${word}`)}
        </span>
      ))}
    </div>
  );
}

type LinesProps = Readonly<{
  list: List;
  desk: CashDesk;
  sort: string;
  onSort: (sort: string) => void;
  isStale: boolean;
}>;

function Lines({ list, desk, sort, onSort, isStale }: LinesProps) {
  const { t } = useWords('cash');
  const may = useMay();
  const navigate = useNavigate({ from: '/cash' });
  const columns = useLineColumns();
  const [at, setAt] = useState(0);
  const [choice, setChoice] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [question, setQuestion] = useState<Question | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const rows = list.items.filter(({ transactionId }) => !desk.gone.has(transactionId));
  const line = rows[Math.min(at, rows.length - 1)];
  const named = new Map(rows.map((row) => [String(row.transactionId), row]));
  const canDecide = may('allocation.write');
  const canSetAside = may('bank.write');
  // The keyboard goes back to the list; a row that leaves it then hands it on.
  const close = () => {
    setQuestion(null);
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus());
  };

  const accept = (of: MovementRow, which: number) => {
    desk.accept(of, which);
    setChoice(0);
  };
  const lead = (kind: Question['kind'], row: MovementRow) => {
    const lines =
      kind === 'aside' && chosen.size > 0 ? rows.filter((one) => chosen.has(String(one.transactionId))) : [row];
    setQuestion({ kind, lines });
  };
  const take = (key: string, row: MovementRow): boolean => {
    const pressed = key.toLowerCase();
    if (/^[1-9]$/.test(key)) setChoice(Math.min(Number(key) - 1, row.proposal?.rivals ?? 0));
    else if (pressed === 'u' && canDecide) desk.undoLast();
    else if (key === 'Enter' && canDecide) accept(row, choice);
    else if (pressed === 'm' && canDecide && row.kind !== 'money_out') lead('hand', row);
    else if (pressed === 'e' && canSetAside) lead('aside', row);
    else return false;
    return true;
  };
  if (!line) return list.total > 0 ? null : <NoMatch />;
  return (
    <div className="q-cash">
      <div ref={place}>
        <DataTable
          label={t('tab.waiting')}
          rows={rows}
          columns={columns}
          rowKey={({ transactionId }) => String(transactionId)}
          choice={{ chosen, onChange: setChosen, nameOf: (key) => (named.has(key) ? payerOf(named.get(key)!) : '') }}
          sort={sort}
          onSort={onSort}
          onKey={take}
          onActive={(index) => {
            setAt(index);
            setChoice(0);
          }}
          isStale={isStale}
        />
        <Pager of={list} onPage={(page) => void navigate({ search: (old) => ({ ...old, page }) })} />
      </div>
      <LinePane
        line={line}
        choice={choice}
        onChoice={setChoice}
        canDecide={canDecide}
        canSetAside={canSetAside}
        onAccept={accept}
        onByHand={(row) => lead('hand', row)}
        onSetAside={(row) => lead('aside', row)}
      />
      <Suspense fallback={null}>
        {question?.kind === 'aside' && (
          <AsideDialog
            count={question.lines.length}
            onClose={close}
            onConfirm={(order) => {
              close();
              setChosen(new Set());
              desk.setAside(
                question.lines.map(({ transactionId }) => transactionId),
                order,
              );
            }}
          />
        )}
        {question?.kind === 'hand' &&
          question.lines[0] &&
          (question.lines[0].kind === 'return' ? (
            <ReturnDialog line={question.lines[0]} onClose={close} onDecided={desk.noted} />
          ) : (
            <ByHandDialog line={question.lines[0]} onClose={close} onDecided={desk.noted} />
          ))}
      </Suspense>
    </div>
  );
}

function Nothing() {
  const { t } = useWords('cash');
  return (
    <EmptyState title={t('empty.title')} action={<Link to="/imports">{t('import')}</Link>}>
      {t('empty.hint')}
    </EmptyState>
  );
}

/** The tab. */
export function WaitingTab() {
  const may = useMay();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/cash' });
  const desk = useCashDesk();
  const filter: LineFilter = { search: search.search, decision: search.decision, age: search.age };
  const narrow = (change: LineFilter) =>
    void navigate({ search: ({ page: _, ...old }) => ({ ...old, ...change }) as typeof search, replace: true });
  const sort = search.sort ?? '-confidence';
  const query = {
    size: PAGE_SIZE,
    page: search.page,
    search: filter.search,
    sort: sort as '-confidence',
    decision: proposalDecisionValue.options.find((one) => one === filter.decision),
    age: waitingAgeValue.options.find((one) => one === filter.age),
  };
  const answer = useRead(matching.lines, { query }, { keep: true });
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  if (answer.data && answer.data.total === 0 && !isNarrowed) return <Nothing />;
  return (
    <>
      <LineFilters filter={filter} onFilter={narrow} summary={answer.data?.summary} />
      <div className="q-cashbar">
        {may('allocation.write') && <BulkAccept onAccept={desk.acceptMany} isBusy={desk.isBusy} />}
        <KeyLine />
      </div>
      <Answer of={answer}>
        {(list) => (
          <Lines
            list={list}
            desk={desk}
            sort={sort}
            onSort={(next) => void navigate({ search: (old) => ({ ...old, sort: next }), replace: true })}
            isStale={answer.isPlaceholderData}
          />
        )}
      </Answer>
    </>
  );
}
