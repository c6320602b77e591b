// Toasts: the place where they are shown, fetched once the application is drawn; those said before wait for it.
import { Notifications } from '@mantine/notifications';

/** At the bottom, in the middle. */
export function Toasts() {
  return <Notifications position="bottom-right" containerWidth={460} />;
}
