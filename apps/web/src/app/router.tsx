// Router: the address of every screen, its filters, and the chunk it is loaded from when first opened.
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { BrokenPage } from '../shell/broken-page.tsx';
import { guide } from './guide-routes.ts';
import { chasing } from './scenario-routes.ts';
import { filteredSearch, readQuery, writeQuery } from './search-params.ts';
import { settings } from './settings-routes.ts';
import { root, shell } from './shell-route.ts';

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../features/access/set-up-page.tsx'), 'SetUpPage'),
});
const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: (raw: Record<string, unknown>): { next?: string } =>
    typeof raw.next === 'string' && /^\/(?!\/)/.test(raw.next) ? { next: raw.next } : {},
  component: lazyRouteComponent(() => import('../features/access/login-page.tsx'), 'LoginPage'),
});
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../features/dashboard/home-page.tsx'), 'HomePage'),
});
const today = createRoute({
  getParentRoute: () => shell,
  path: '/today',
  validateSearch: filteredSearch('tab', 'channel', 'reason', 'tone', 'owner', 'segment', 'task'),
  component: lazyRouteComponent(() => import('../features/today/today-page.tsx'), 'TodayPage'),
});
const aged = createRoute({
  getParentRoute: () => shell,
  path: '/aged-balance',
  validateSearch: filteredSearch('by', 'segment', 'owner', 'bounds'),
  component: lazyRouteComponent(() => import('../features/aged-balance/aged-balance-page.tsx'), 'AgedBalancePage'),
});
const dashboard = createRoute({
  getParentRoute: () => shell,
  path: '/dashboard',
  validateSearch: filteredSearch('segment', 'owner'),
  component: lazyRouteComponent(() => import('../features/dashboard/dashboard-page.tsx'), 'DashboardPage'),
});
const customers = createRoute({
  getParentRoute: () => shell,
  path: '/customers',
  validateSearch: filteredSearch(
    'segment',
    'owner',
    'scenario',
    'level',
    'doubtful',
    'held',
    'overdue',
    'withoutEmail',
    'atLeast',
  ),
  component: lazyRouteComponent(() => import('../features/customers/customers-page.tsx'), 'CustomersPage'),
});
const customer = createRoute({
  getParentRoute: () => shell,
  path: '/customers/$customerId',
  component: lazyRouteComponent(() => import('../features/customers/customer-page.tsx'), 'CustomerPage'),
});
const invoices = createRoute({
  getParentRoute: () => shell,
  path: '/invoices',
  validateSearch: filteredSearch(
    'status',
    'open',
    'customerId',
    'segment',
    'owner',
    'issuedFrom',
    'issuedTo',
    'dueFrom',
    'dueTo',
    'minCents',
    'maxCents',
    'level',
    'chased',
  ),
  component: lazyRouteComponent(() => import('../features/invoices/invoices-page.tsx'), 'InvoicesPage'),
});
const invoice = createRoute({
  getParentRoute: () => shell,
  path: '/invoices/$invoiceId',
  component: lazyRouteComponent(() => import('../features/invoices/invoice-page.tsx'), 'InvoicePage'),
});
const outbox = createRoute({
  getParentRoute: () => shell,
  path: '/outbox',
  validateSearch: filteredSearch('state', 'channel', 'test', 'action', 'tab', 'from', 'to', 'stuck', 'batch'),
  component: lazyRouteComponent(() => import('../features/outbox/outbox-page.tsx'), 'OutboxPage'),
});
const cash = createRoute({
  getParentRoute: () => shell,
  path: '/cash',
  validateSearch: filteredSearch('tab', 'decision', 'age', 'origin', 'account'),
  component: lazyRouteComponent(() => import('../features/cash/cash-page.tsx'), 'CashPage'),
});
const imports = createRoute({
  getParentRoute: () => shell,
  path: '/imports',
  validateSearch: filteredSearch('upload', 'job', 'import'),
  component: lazyRouteComponent(() => import('../features/imports/imports-page.tsx'), 'ImportsPage'),
});

const start = createRoute({
  getParentRoute: () => shell,
  path: '/start',
  component: lazyRouteComponent(() => import('../features/start/start-page.tsx'), 'StartPage'),
});
const startScenario = createRoute({
  getParentRoute: () => shell,
  path: '/start/scenario',
  component: lazyRouteComponent(() => import('../features/start/scenario-page.tsx'), 'ScenarioPage'),
});

const routeTree = root.addChildren([
  home,
  setUp,
  login,
  shell.addChildren([
    today,
    dashboard,
    aged,
    customers,
    customer,
    invoices,
    invoice,
    outbox,
    cash,
    imports,
    start,
    startScenario,
    ...chasing,
    settings,
    ...guide,
  ]),
]);

/** The router of the application. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
  parseSearch: readQuery,
  stringifySearch: writeQuery,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
