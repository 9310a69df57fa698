// How the web is built: static files under dist/web, one chunk a page, nothing inline.
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { noteInputs } from '../infra/web-build.ts';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Only what a browser of the last three years cannot do is rewritten.
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    // A strict policy forbids inline data, so every file stays a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    // A slow machine is no fault of the build.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  css: {
    // govuk-frontend carries fallbacks for old browsers that are not valid CSS on their own.
    lightningcss: { errorRecovery: true },
    preprocessorOptions: {
      scss: { quietDeps: true, loadPaths: [fileURLToPath(new URL('../node_modules', import.meta.url))] },
    },
  },
  plugins: [preact({ devToolsEnabled: false }), noteInputs()],
  // For work on pages: API and sign-in of a running Kitty.
  server: {
    proxy: Object.fromEntries(
      ['/v1', '/local', '/config.json'].map((path) => [
        path,
        // The host stays that of this server, because the sign-in service returns people only to the host that asked.
        { target: process.env.KITTY_API ?? 'http://localhost:8787', changeOrigin: false },
      ]),
    ),
  },
});
