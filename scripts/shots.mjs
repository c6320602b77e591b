// The pictures of the README and the guide: where each is kept, which screen it shows, and what is done on it before.
const guide = (name) => `docs/guide/images/${name}.jpg`;
const readme = (name) => `docs/images/${name}.jpg`;

/** The first link of the first row: a customer or an invoice worth showing. */
const openFirst = async (page) => {
  await page.locator('table.q-table tbody a').first().click();
  await page.waitForURL(/\/(customers|invoices)\/\d+/);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
};
const openTab = (name) => (page) => page.getByRole('tab', { name }).first().click();
const down = (pixels) => (page) => page.evaluate((by) => window.scrollTo(0, by), pixels);

/** `path` is the screen's address in the demo portfolio; `before` acts on the page first. */
export const SHOTS = [
  { file: readme('aujourdhui'), path: '/today' },
  { file: readme('client'), path: '/customers', before: openFirst },
  { file: readme('balance-agee'), path: '/aged-balance' },
  { file: readme('tableau-de-bord'), path: '/dashboard' },
  { file: readme('scenario'), path: '/scenarios/standard' },
  { file: readme('tableau-de-bord-sombre'), path: '/dashboard', dark: true },
  { file: readme('aujourdhui-telephone'), path: '/today', phone: true },
  { file: guide('premiers-pas'), path: '/start' },
  { file: guide('importer'), path: '/imports' },
  { file: guide('encaissements'), path: '/cash' },
  { file: guide('relancer'), path: '/today' },
  {
    file: guide('relancer-message'),
    path: '/today?channel=email',
    before: async (page) => {
      await page.locator('table.q-table tbody tr:not(.q-group)').first().focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').locator('iframe').first().waitFor();
    },
  },
  { file: guide('appeler'), path: '/today?tab=tasks' },
  { file: guide('imprimer'), path: '/outbox?tab=print' },
  { file: guide('client'), path: '/customers', before: openFirst },
  { file: guide('facture'), path: '/invoices?status=overdue', before: openFirst },
  { file: guide('balance-agee'), path: '/aged-balance' },
  { file: guide('tableau-de-bord'), path: '/dashboard', before: down(620) },
  { file: guide('scenarios'), path: '/scenarios/standard' },
  { file: guide('modeles'), path: '/templates/firm/email/fr/business' },
  { file: guide('parametres'), path: '/settings/company' },
  { file: guide('utilisateurs'), path: '/settings/users' },
  { file: guide('passer-en-reel'), path: '/settings/channels' },
  { file: guide('journal'), path: '/settings/journal' },
  { file: guide('simulation'), path: '/scenarios/standard', before: openTab('Simulation') },
];
