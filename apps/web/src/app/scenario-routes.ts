// Scenario routes: the ladders, one of them, the texts, one of them.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { filteredSearch } from './search-params.ts';
import { shell } from './shell-route.ts';

const scenarios = createRoute({
  getParentRoute: () => shell,
  path: '/scenarios',
  validateSearch: filteredSearch('tab'),
  component: lazyRouteComponent(() => import('../features/scenarios/list/scenarios-page.tsx'), 'ScenariosPage'),
});
const scenario = createRoute({
  getParentRoute: () => shell,
  path: '/scenarios/$code',
  validateSearch: filteredSearch('tab'),
  component: lazyRouteComponent(() => import('../features/scenarios/ladder/ladder-page.tsx'), 'LadderPage'),
});
const templates = createRoute({
  getParentRoute: () => shell,
  path: '/templates',
  validateSearch: filteredSearch('tone', 'channel', 'language', 'edited'),
  component: lazyRouteComponent(() => import('../features/templates/list/templates-page.tsx'), 'TemplatesPage'),
});
const template = createRoute({
  getParentRoute: () => shell,
  path: '/templates/$tone/$channel/$language/$audience',
  component: lazyRouteComponent(() => import('../features/templates/editor/template-page.tsx'), 'TemplatePage'),
});

/** How the company chases. */
export const chasing = [scenarios, scenario, templates, template] as const;
