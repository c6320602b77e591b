// Shell route: the root of all addresses, and the frame around the screens of signed-in users.
import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import { MissingPage } from '../shell/missing-page.tsx';
import { Shell } from '../shell/shell.tsx';

/** The root. */
export const root = createRootRoute({ component: Outlet, notFoundComponent: MissingPage });

/** Everything behind the door. */
export const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });
