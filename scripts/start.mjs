// npm start: installs, builds, then serves. Options after `--` are those of `quittance serve`.
import { ensureBuilt, ensureInstalled } from './house.mjs';

const nodeMajor = Number(process.versions.node.split('.')[0]);
if (nodeMajor < 20) {
  console.error(`Quittance needs Node.js 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}
await ensureInstalled(console.error);
await ensureBuilt(console.error);
process.argv.splice(2, 0, 'serve');
await import('../apps/cli/dist/main.js');
