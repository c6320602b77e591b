// How the pages are built: sources of the workspaces are read directly, nothing is inlined (the pages run no inline script).
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const server = process.env.QUITTANCE_URL ?? 'http://127.0.0.1:3000';
/** The rooms of core have no effect when read, so what is not used is left out. */
const isPure = (id: string): boolean => /packages[\\/](core|contracts)[\\/]src[\\/]/.test(id);

export default defineConfig({
  root: here,
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: resolve(here, 'dist/app'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: { treeshake: { moduleSideEffects: (id: string) => !isPure(id) } },
  },
  server: { port: 5173, proxy: { '/api': server } },
});
