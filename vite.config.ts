import react from '@vitejs/plugin-react';
import { defineConfig, type PluginOption } from 'vite';
import { viteStaticCopy } from 'vite-plugin-static-copy';
import { describePolicy } from './tools/serve/content-security-policy.ts';
import { cesiumAssets } from './tools/vite/cesium-assets.ts';
import { cesiumPatches } from './tools/vite/cesium-patches.ts';
import { cityPackages } from './tools/vite/city-packages.ts';
import { reportFonts } from './tools/vite/report-fonts.ts';
import { typstCsp } from './tools/vite/typst-csp.ts';

const policy = describePolicy([]);
// The development server injects styles and its reload script into the page; nothing else is relaxed.
const devPolicy = policy
  .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
  .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
  .replace("connect-src 'self'", "connect-src 'self' ws:");

/** Plugins that rewrite library code, wanted in the page, in workers and in the development server's dependencies. */
const libraryPatches = (): PluginOption[] => [cesiumPatches(), typstCsp()];

export default defineConfig({
  base: './',
  plugins: [
    react(),
    libraryPatches(),
    viteStaticCopy({ targets: cesiumAssets() }),
    cityPackages('tiles'),
    reportFonts(),
  ],
  worker: { format: 'es', plugins: libraryPatches },
  optimizeDeps: { include: ['resium', 'cesium'], rolldownOptions: { plugins: [cesiumPatches()] } },
  server: { host: '127.0.0.1', headers: { 'Content-Security-Policy': devPolicy } },
  preview: { host: '127.0.0.1', headers: { 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' } },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 6000,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'cesium', test: /node_modules[\\/](@cesium|cesium|resium)[\\/]/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
          ],
        },
      },
    },
  },
});
