// Settings routes: one address for each page of the settings, beside the list of them.
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { filteredSearch } from './search-params.ts';
import { shell } from './shell-route.ts';

const frame = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/settings-frame.tsx'), 'SettingsFrame'),
});
const index = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/company' });
  },
});
const company = createRoute({
  getParentRoute: () => frame,
  path: '/company',
  component: lazyRouteComponent(() => import('../features/settings/company/company-page.tsx'), 'CompanyPage'),
});
const channels = createRoute({
  getParentRoute: () => frame,
  path: '/channels',
  component: lazyRouteComponent(() => import('../features/channels/channels-page.tsx'), 'ChannelsPage'),
});
const policy = createRoute({
  getParentRoute: () => frame,
  path: '/policy',
  component: lazyRouteComponent(() => import('../features/settings/company/policy-page.tsx'), 'PolicyPage'),
});
const rates = createRoute({
  getParentRoute: () => frame,
  path: '/rates',
  component: lazyRouteComponent(() => import('../features/settings/rates/rates.tsx'), 'RatesPage'),
});
// Ladders and texts have screens of their own; old addresses lead there.
const templates = createRoute({
  getParentRoute: () => frame,
  path: '/templates',
  beforeLoad: () => {
    throw redirect({ to: '/templates' });
  },
});
const scenarios = createRoute({
  getParentRoute: () => frame,
  path: '/scenarios',
  beforeLoad: () => {
    throw redirect({ to: '/scenarios' });
  },
});
const users = createRoute({
  getParentRoute: () => frame,
  path: '/users',
  component: lazyRouteComponent(() => import('../features/settings/users/users-page.tsx'), 'UsersPage'),
});
const calendar = createRoute({
  getParentRoute: () => frame,
  path: '/calendar',
  component: lazyRouteComponent(() => import('../features/settings/calendar/calendar-page.tsx'), 'CalendarPage'),
});
const journal = createRoute({
  getParentRoute: () => frame,
  path: '/journal',
  validateSearch: filteredSearch('subject', 'kind', 'author', 'from', 'to'),
  component: lazyRouteComponent(() => import('../features/settings/journal/journal-page.tsx'), 'JournalPage'),
});
const backup = createRoute({
  getParentRoute: () => frame,
  path: '/backup',
  component: lazyRouteComponent(() => import('../features/settings/backups/backups-page.tsx'), 'BackupsPage'),
});
const profile = createRoute({
  getParentRoute: () => frame,
  path: '/profile',
  component: lazyRouteComponent(() => import('../features/settings/profile/profile-page.tsx'), 'ProfilePage'),
});

/** The settings with their pages. */
export const settings = frame.addChildren([
  index,
  company,
  channels,
  policy,
  rates,
  templates,
  scenarios,
  users,
  calendar,
  journal,
  backup,
  profile,
]);
