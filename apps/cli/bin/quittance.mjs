#!/usr/bin/env node
// The command `quittance`: runs the compiled program, or says how to compile it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(fileURLToPath(main))) await import(main.href);
else {
  console.error('Quittance is not compiled yet. In its folder: npm ci && npm run build');
  process.exitCode = 1;
}
