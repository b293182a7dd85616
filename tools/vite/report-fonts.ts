/// <reference path="./subset-font.d.ts" />
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { reportFontCharacters } from './report-font-characters.ts';

const require = createRequire(import.meta.url);
const WEIGHTS = [
  { weight: 'regular', source: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf' },
  { weight: 'bold', source: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf' },
] as const;

/** One font file of the report as it is served: path below the site's root and where its bytes lie. */
export interface ReportFontFile {
  servedPath: string;
  file: string;
}

async function subset(source: string, target: string): Promise<void> {
  const bytes = await subsetFont(await readFile(source), reportFontCharacters(), { targetFormat: 'truetype' });
  await mkdir(path.dirname(target), { recursive: true });
  const unfinished = `${target}.${process.pid}`;
  await writeFile(unfinished, bytes);
  await rename(unfinished, target);
}

/**
 * Prepares the fonts of the report: Noto Sans SC regular and bold as a GB 2312 subset (made once, kept in the
 * cache folder under a name of its inputs) and in full for characters outside it, with their OFL licence.
 * Source: Noto Sans SC, SIL Open Font License 1.1, from `@expo-google-fonts/noto-sans-sc`.
 */
export async function prepareReportFonts(cacheFolder: string): Promise<ReportFontFile[]> {
  const files: ReportFontFile[] = [];
  for (const { weight, source } of WEIGHTS) {
    const full = require.resolve(source);
    const key = createHash('sha256').update(source).update(reportFontCharacters()).digest('hex').slice(0, 12);
    const file = path.join(cacheFolder, `noto-sans-sc-${weight}-${key}.ttf`);
    if (!existsSync(file)) await subset(full, file);
    files.push({ servedPath: `fonts/noto-sans-sc-${weight}.ttf`, file });
    files.push({ servedPath: `fonts/noto-sans-sc-${weight}-full.ttf`, file: full });
  }
  const licence = path.join(
    path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json')),
    'LICENSE_FONT',
  );
  files.push({ servedPath: 'fonts/noto-sans-sc-licence.txt', file: licence });
  return files;
}

/** Vite plugin: serves the report's fonts below `fonts/` in development and writes them there in a build. */
export function reportFonts(): Plugin {
  let cacheFolder = '';
  return {
    name: 'report-fonts',
    configResolved(config) {
      cacheFolder = path.join(config.root, 'node_modules', '.cache', 'report-fonts');
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const asked = (request.url ?? '').split('?')[0]?.replace(/^\//, '');
        if (!asked?.startsWith('fonts/')) return next();
        const found = (await prepareReportFonts(cacheFolder)).find((font) => font.servedPath === asked);
        if (!found) return next();
        response.setHeader('Content-Type', asked.endsWith('.ttf') ? 'font/ttf' : 'text/plain; charset=utf-8');
        response.end(await readFile(found.file));
      });
    },
    async generateBundle() {
      for (const font of await prepareReportFonts(cacheFolder)) {
        this.emitFile({ type: 'asset', fileName: font.servedPath, source: await readFile(font.file) });
      }
    },
  };
}
