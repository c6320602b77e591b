// Guide routes: the user guide inside the application, one address for each page.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from './shell-route.ts';

const component = lazyRouteComponent(() => import('../features/guide/guide-page.tsx'), 'GuidePage');

/** The first page, and any other. */
export const guide = [
  createRoute({ getParentRoute: () => shell, path: '/guide', component }),
  createRoute({ getParentRoute: () => shell, path: '/guide/$page', component }),
] as const;
