// Toast place: fetches the place of toasts once the screen is there, or as soon as one is said; the screens do without it until then.
import { useNotifications } from '@mantine/notifications';
import { type ComponentType, useEffect, useState } from 'react';
import { useLater } from '../page/index.ts';

/** Draws nothing until it is fetched; where that fails it is tried again with the next toast. */
export function ToastPlace() {
  const [Place, setPlace] = useState<ComponentType | null>(null);
  const said = useNotifications().notifications.length;
  const isWanted = useLater(said > 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies(said): one more toast is one more try
  useEffect(() => {
    if (!isWanted || Place !== null) return;
    void import('./toasts.tsx').then(
      (part) => setPlace(() => part.Toasts),
      () => undefined,
    );
  }, [isWanted, said, Place]);
  return Place && <Place />;
}
