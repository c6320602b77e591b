// How the pages are built: sources of the workspaces are read directly, nothing is inlined (the pages run no inline script).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const server = process.env.QUITTANCE_URL ?? 'http://127.0.0.1:3000';
/** The rooms of core have no effect when read, so what is not used is left out. */
const isPure = (id: string): boolean => /packages[\\/](core|contracts)[\\/]src[\\/]/.test(id);

const COMPRESSED = /\.(?:js|css|html|svg)$/;
const WORTH_IT = 1_000;
const GZIP_LEVEL = 9;
const BROTLI_QUALITY = 9;

/** Leaves a .gz and a .br beside each text file, once: the server only chooses among them. */
const compress = (): Plugin => ({
  name: 'compress',
  apply: 'build',
  writeBundle({ dir = '' }) {
    const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } };
    for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      if (!COMPRESSED.test(name)) continue;
      const content = readFileSync(join(dir, name));
      if (content.length < WORTH_IT) continue;
      writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: GZIP_LEVEL }));
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content, brotli));
    }
  },
});

/** The pages only read addresses and choices from the contracts: what checks shapes is the server's and stays there. */
const zodInPages = resolve(here, 'src/api/shapes.ts');

/** What every screen stands on comes in a few files instead of some seventy: fewer requests, and together they compress better. */
const groups = [
  { name: 'libraries', tags: ['$initial' as const], test: /node_modules/, priority: 1 },
  { name: 'shell', tags: ['$initial' as const] },
  ...['fr', 'en'].map((language) => ({
    name: `words-${language}`,
    test: new RegExp(
      `src[\\\\/](?:i18n[\\\\/]words|shell|shell[\\\\/]notices|features[\\\\/]start)[\\\\/]${language}\\.json$`,
    ),
  })),
];

export default defineConfig({
  root: here,
  plugins: [react(), compress()],
  resolve: {
    alias: [{ find: /^zod$/, replacement: zodInPages }],
    conditions: ['source', 'module', 'browser', 'development|production'],
  },
  build: {
    outDir: resolve(here, 'dist/app'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id: string) => !isPure(id) },
      output: { codeSplitting: { groups } },
    },
  },
  server: { port: 5173, proxy: { '/api': server } },
});
