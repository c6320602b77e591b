// States of a screen without rows: nothing yet (and what to do about it), or something went wrong (and what was kept).
import type { ReactNode } from 'react';

type StateProps = Readonly<{ title: string; children?: ReactNode; action?: ReactNode }>;

/** Teaches: why there is nothing here and how to get something. */
export const EmptyState = ({ title, children, action }: StateProps) => (
  <section className="q-state">
    <h2>{title}</h2>
    {children && <p>{children}</p>}
    {action}
  </section>
);

/** Says what happened, what was kept and what to do next; read aloud at once. */
export const ErrorState = ({ title, children, action }: StateProps) => (
  <section className="q-state" role="alert">
    <h2>{title}</h2>
    {children && <p>{children}</p>}
    {action}
  </section>
);
