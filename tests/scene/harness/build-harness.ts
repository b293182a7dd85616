import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { viteStaticCopy } from 'vite-plugin-static-copy';
import { cesiumAssets } from '../../../tools/vite/cesium-assets.ts';
import { cesiumPatches } from '../../../tools/vite/cesium-patches.ts';

/** Builds the harness page, with the plugins of the app's build, into a folder that can be served as it is. */
export async function buildHarness(outFolder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: path.resolve('tests/scene/harness'),
    base: './',
    publicDir: false,
    plugins: [react(), cesiumPatches(), viteStaticCopy({ targets: cesiumAssets(path.resolve('.')) })],
    build: {
      outDir: path.resolve(outFolder),
      emptyOutDir: true,
      target: 'es2023',
      minify: false,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 20_000,
    },
  });
}
