// npm run build: installs if needed, compiles and bundles.
import { ensureBuilt, ensureInstalled } from './house.mjs';

await ensureInstalled(console.error);
await ensureBuilt(console.error);
