#!/usr/bin/env node
// The command `quittance`: runs the compiled program, or says how to compile it.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(fileURLToPath(main))) {
  // From Node 22.1 on, what one command compiled the next one finds, beside the program and writable by whoever may write there.
  module.enableCompileCache?.(fileURLToPath(new URL('../dist/.compiled', import.meta.url)));
  await import(main.href);
} else {
  console.error('Quittance is not compiled yet. In its folder: npm ci && npm run build');
  process.exitCode = 1;
}
