import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder } from '../../fresh-folder.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const house = freshFolder('import-rules');

/** A small house in which every file breaks one rule, or none. */
const FILES: Record<string, string> = {
  'src/core/zones/pure.ts': 'export const pure = 1;',
  'src/core/zones/reaches-state.ts': "export { store } from '../../state/store.ts';",
  'src/core/zones/reaches-node.ts': "export { existsSync } from 'node:fs';",
  'src/core/zones/loop-a.ts': "export { b as a } from './loop-b.ts';",
  'src/core/zones/loop-b.ts': "export { a as b } from './loop-a.ts';",
  'src/state/store.ts': "import { pure } from '../core/zones/pure.ts';\nexport const store = pure;",
  'src/ui/knows-domain.ts': "export { pure } from '../core/zones/pure.ts';",
  'src/features/left/uses-right.ts': "export type { Right } from '../right/right.ts';",
  'src/features/right/right.ts': "import { pure } from '../../core/zones/pure.ts';\nexport type Right = typeof pure;",
  'src/features/right/uses-engine.ts': "export { Cartesian3 } from 'cesium';",
  'src/features/right/uses-inner-worker.ts': "export { inner } from '../../workers/inner.ts';",
  'src/workers/inner.ts': 'export const inner = 1;',
  'src/scene/table/uses-globe.ts': "export { globe } from '../globe/globe.ts';",
  'src/scene/globe/globe.ts': "import { Cartesian3 } from 'cesium';\nexport const globe = Cartesian3.ZERO;",
  'tools/uses-app.ts': "export { store } from '../src/state/store.ts';",
};

interface Report {
  summary: { violations: { from: string; rule: { name: string } }[] };
}
let broken: string[] = [];

beforeAll(() => {
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(path.join(house, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(house, file), `${text}\n`);
  }
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    copyFileSync(path.join(ROOT, file), path.join(house, file));
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(house, 'node_modules'));
  const program = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const words = [program, 'src', 'tools', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const run = spawnSync(process.execPath, words, { cwd: house, encoding: 'utf8' });
  const report = JSON.parse(run.stdout) as Report;
  broken = report.summary.violations.map(({ from, rule }) => `${rule.name} ${from}`).sort();
});

describe('the import rules', () => {
  it('find every break, and nothing in files that keep them', () => {
    expect(broken).toEqual(
      [
        'room-core src/core/zones/reaches-state.ts',
        'core-has-no-node src/core/zones/reaches-node.ts',
        'no-cycles src/core/zones/loop-a.ts',
        'room-ui src/ui/knows-domain.ts',
        'no-feature-to-feature src/features/left/uses-right.ts',
        'only-cesium src/features/right/uses-engine.ts',
        'room-features src/features/right/uses-inner-worker.ts',
        'room-table src/scene/table/uses-globe.ts',
        'room-tools tools/uses-app.ts',
      ].sort(),
    );
  });
});
