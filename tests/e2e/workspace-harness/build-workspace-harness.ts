import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** Builds the page that keeps a paper city, without the globe, into a folder that can be served as it is. */
export async function buildWorkspaceHarness(outFolder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: path.resolve('tests/e2e/workspace-harness'),
    base: './',
    publicDir: false,
    plugins: [react()],
    build: {
      outDir: path.resolve(outFolder),
      emptyOutDir: true,
      target: 'es2023',
      minify: false,
      assetsInlineLimit: 0,
    },
  });
}
