// Toasts: the place where they are shown, fetched once the application is drawn; those said before wait for it.
import { Notifications } from '@mantine/notifications';

/** At the bottom, to the right: forms and their buttons stand to the left. */
export function Toasts() {
  return <Notifications position="bottom-right" containerWidth={460} />;
}
