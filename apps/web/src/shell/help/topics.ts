// Topics: which help belongs to an address, and the page of the guide that says more.

/** A screen that has help. */
export type Topic = Readonly<{ screen: string; guide: string; keys: readonly string[] }>;

const LIST_KEYS = ['list', 'choose', 'open'];

// The first that fits counts; the longest addresses come first.
const TOPICS: readonly (readonly [RegExp, Topic])[] = [
  [/^\/today/, { screen: 'today', guide: 'relancer', keys: LIST_KEYS }],
  [/^\/dashboard/, { screen: 'dashboard', guide: 'tableau-de-bord', keys: [] }],
  [/^\/cash/, { screen: 'cash', guide: 'encaissements', keys: ['list', 'accept', 'undoLast', 'byHand', 'setAside'] }],
  [/^\/customers\/./, { screen: 'customer', guide: 'client', keys: [] }],
  [/^\/customers/, { screen: 'customers', guide: 'client', keys: LIST_KEYS }],
  [/^\/invoices\/./, { screen: 'invoice', guide: 'facture', keys: [] }],
  [/^\/invoices/, { screen: 'invoices', guide: 'facture', keys: LIST_KEYS }],
  [/^\/aged-balance/, { screen: 'aged', guide: 'balance-agee', keys: LIST_KEYS }],
  [/^\/scenarios|^\/settings\/scenarios/, { screen: 'scenarios', guide: 'scenarios', keys: [] }],
  [/^\/templates|^\/settings\/templates/, { screen: 'templates', guide: 'modeles', keys: [] }],
  [/^\/settings\/channels/, { screen: 'settings', guide: 'passer-en-reel', keys: [] }],
  [/^\/settings\/journal/, { screen: 'settings', guide: 'journal', keys: [] }],
  [/^\/settings\/users/, { screen: 'users', guide: 'utilisateurs', keys: [] }],
  [/^\/outbox/, { screen: 'outbox', guide: 'relancer', keys: LIST_KEYS }],
  [/^\/start/, { screen: 'start', guide: '', keys: [] }],
  [/^\/imports/, { screen: 'imports', guide: 'importer', keys: [] }],
  [/^\/settings/, { screen: 'settings', guide: 'parametres', keys: [] }],
  [/^\/guide/, { screen: 'guide', guide: '', keys: [] }],
];

const OTHERWISE: Topic = { screen: 'today', guide: '', keys: [] };

/** The help of an address. */
export const topicOf = (path: string): Topic => TOPICS.find(([fits]) => fits.test(path))?.[1] ?? OTHERWISE;

/** Each shortcut and its keys, as they are written on a keyboard. */
export const SHORTCUTS: Readonly<Record<string, readonly string[]>> = {
  search: ['Ctrl', 'K'],
  searchToo: ['/'],
  shortcuts: ['?'],
  help: ['F1'],
  undo: ['Ctrl', 'Z'],
  list: ['↑', '↓'],
  choose: ['␣'],
  open: ['↵'],
  accept: ['↵'],
  undoLast: ['U'],
  byHand: ['M'],
  setAside: ['E'],
};

/** Those that work everywhere. */
export const EVERYWHERE = ['search', 'searchToo', 'shortcuts', 'help', 'undo'] as const;
