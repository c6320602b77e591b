// Who may import whom (docs/ARCHITECTURE.md). No exceptions: a broken rule is mended in the code.
const floor = (name) => `^(packages|apps)/${name}/`;
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: ['\\.test\\.ts$', '/(test|scenarios)/'] },
  to: { path: '^(packages|apps)/', pathNot: [from, ...allowed] },
});
const room = (name) => `^packages/core/src/${name}/`;
const above = (name, below) => ({
  name: `core-${name}`,
  comment: `core/${name} stands on ${below.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: room(name), pathNot: '\\.test\\.ts$' },
  to: { path: '^packages/core/src/', pathNot: [name, ...below].map(room) },
});

export default {
  forbidden: [
    { name: 'no-circles', comment: 'type-only imports included', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'core-is-pure',
      comment: 'no npm package, no Node module',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^packages/core/src/' },
    },
    above('kernel', []),
    above('calendar', ['kernel']),
    above('parties', ['kernel']),
    above('access', ['kernel']),
    above('letters', ['kernel']),
    above('ledger', ['kernel', 'calendar', 'parties']),
    above('intake', ['kernel', 'calendar', 'parties', 'ledger']),
    above('ageing', ['kernel', 'calendar', 'parties', 'ledger']),
    above('law', ['kernel', 'calendar', 'parties', 'ledger']),
    above('dunning', ['kernel', 'calendar', 'parties', 'ledger', 'law', 'ageing']),
    only('formats-stand-on-core', floor('formats'), ['^packages/core/']),
    only('contracts-stand-on-core', floor('contracts'), ['^packages/core/']),
    only('db-stands-on-core', floor('db'), ['^packages/core/']),
    only('usecases-stand-on-core-formats-db', floor('usecases'), ['^packages/(core|formats|db)/']),
    only('adapters-stand-on-ports', floor('adapters'), ['^packages/core/', '^packages/usecases/src/ports/']),
    only('ui-stands-on-core', floor('ui'), ['^packages/core/']),
    only('web-stands-on-contracts', floor('web'), ['^packages/(core|contracts|ui)/']),
    {
      name: 'write-only-from-usecases',
      severity: 'error',
      from: { path: '^apps/', pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/db/src/.*/write\\.ts$' },
    },
    {
      name: 'testkit-only-from-tests',
      severity: 'error',
      from: { pathNot: ['\\.test\\.ts$', '^packages/testkit/', '/(test|scenarios|e2e)/', '^scripts/', '^bench/'] },
      to: { path: '^packages/testkit/' },
    },
    {
      name: 'no-barrel-from-inside',
      comment: 'the front door is for outsiders',
      severity: 'error',
      from: { path: '^(packages/[^/]+/src/[^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^$1/index\\.ts$' },
    },
    {
      name: 'no-dev-dependency',
      severity: 'error',
      from: { path: '^(packages|apps)/[^/]+/src/', pathNot: ['\\.test\\.ts$', '^packages/testkit/'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', 'node_modules/(?!@quittance)'] },
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
