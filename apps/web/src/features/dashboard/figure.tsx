// Figure: one number that leads to what makes it up, what changed since a week before, and how it is computed.
import { ActionIcon, Popover, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Calculator } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormats, useWords } from '../../i18n/index.ts';

const ICON = 16;
/** Pixels a finger or a pointer finds. */
const TARGET = 26;

/** An address of the application with its filters. */
export type Way = Readonly<{ to: string; search?: Readonly<Record<string, string | undefined>> }>;

/** A link to a way; filters left undefined are left out of the address. */
export const WayLink = ({
  way,
  className,
  children,
}: Readonly<{ way: Way; className?: string; children: ReactNode }>) => (
  <Link to={way.to} search={(way.search ?? {}) as never} {...(className ? { className } : {})}>
    {children}
  </Link>
);

/** What changed: `by` is the change as it is written without its sign, `sign` its direction. */
export type Delta = Readonly<{ by: string; sign: number; since: string }>;

/** "+1 200 € depuis le 15/11/2026 (en hausse)": a sign and a word, never a colour alone. */
export function DeltaText({ delta }: Readonly<{ delta: Delta | null }>) {
  const { t } = useWords('dashboard');
  const { day } = useFormats();
  if (!delta) return null;
  const on = day(delta.since);
  if (delta.sign === 0) return <span>{t('delta.same', { on })}</span>;
  return <span>{t(delta.sign > 0 ? 'delta.up' : 'delta.down', { by: delta.by, on })}</span>;
}

/** `explain` says the formula with its numbers, behind a small button. */
export function Figure({
  label,
  value,
  below,
  way,
  explain,
}: Readonly<{ label: string; value: string; below?: ReactNode; way: Way; explain?: ReactNode }>) {
  const { t } = useWords('dashboard');
  return (
    <div className="q-panel q-board-figure">
      <WayLink way={way}>
        <span>{label}</span>
        <b>{value}</b>
      </WayLink>
      <span className="q-board-below">{below}</span>
      {explain && (
        <Popover width={340} position="bottom-end" shadow="md" withArrow>
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={TARGET}
              className="q-board-explain"
              aria-label={t('explain', { label })}
            >
              <Calculator size={ICON} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <Text size="sm" component="div">
              {explain}
            </Text>
          </Popover.Dropdown>
        </Popover>
      )}
    </div>
  );
}
