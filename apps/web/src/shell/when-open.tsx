// When open: a panel of the shell is fetched when first opened, and stays drawn so that closing it may be seen.
import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import type { Switch } from './switch.ts';

type Panel = ComponentType<Readonly<{ isOpen: boolean; onClose: () => void }>>;

/** A panel behind its switch; `load` fetches it. */
export function whenOpen(panel: Switch, load: () => Promise<{ default: Panel }>) {
  const Loaded = lazy(load);
  return function WhenOpen() {
    const isOpen = panel.useIsOpen();
    const [isWanted, setWanted] = useState(isOpen);
    useEffect(() => {
      if (isOpen) setWanted(true);
    }, [isOpen]);
    if (!isWanted) return null;
    return (
      <Suspense fallback={null}>
        <Loaded isOpen={isOpen} onClose={panel.close} />
      </Suspense>
    );
  };
}
