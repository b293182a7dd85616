import i18next, { type TFunction } from 'i18next';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { LATER_MESSAGES } from '../../../../src/app/messages-later-zh.ts';
import { MESSAGES } from '../../../../src/app/messages-zh.ts';
import type { CityManifest } from '../../../../src/core/city/city-manifest.ts';
import { listEntries } from '../../../../src/features/palette/list-entries.ts';
import type { PaletteEntry } from '../../../../src/features/palette/palette-entry.ts';
import type { Found } from '../../../../src/features/palette/use-found.ts';
import type { OpenCity } from '../../../../src/state/workspace.ts';
import { makeZone, ringAround } from '../../core/zones/make-zone.ts';

const MANIFEST = {
  id: 'c',
  extent: [0, 0, 1, 1],
  datasets: [],
  tilesets: [],
} as unknown as CityManifest;
const CITY: OpenCity = {
  manifest: MANIFEST,
  baseUrl: 'http://x/',
  zones: [
    makeZone('z1', [[ringAround(0.5, 0.5, 0.1)]], { level: 'red', name: '沿河风险区' }),
    makeZone('z2', [[ringAround(0.2, 0.2, 0.1)]], { level: 'blue', name: '东山滑坡' }),
  ],
  shelters: [],
  communities: [],
};
const NOTHING: Found = { rows: [], places: [], issues: [], busy: false };
const COMMANDS = [
  { id: 'report', label: '生成报告', words: 'report', act: vi.fn() },
  { id: 'dark', label: '浅色或深色', words: 'theme', shown: 'T', act: vi.fn() },
];
const RIVER = { kind: 'water', name: '沿河', extent: [0, 0, 0.1, 0.1] } as const;
const ROW = { row: 7, id: 'b7', name: null, address: '沿河路 1 号', use: 'kiosk', extent: [0, 0, 0.1, 0.1] } as const;

let t: TFunction<readonly ['palette', 'vocabulary']>;

beforeAll(async () => {
  await i18next.init({ lng: 'zh-CN', resources: { 'zh-CN': { ...MESSAGES, ...LATER_MESSAGES } }, ns: ['palette'] });
  t = i18next.getFixedT('zh-CN', ['palette', 'vocabulary']);
});

function list(words: string, found: Partial<Found> = {}, recents: PaletteEntry[] = []) {
  const question = {
    words,
    city: CITY,
    commands: COMMANDS,
    recents,
    t,
    locale: 'zh-CN',
    tellUse: (use: string) => use,
  };
  return listEntries({ ...question, found: { ...NOTHING, ...found } }).map(({ id, entries }) => ({
    id,
    labels: entries.map(({ label }) => label),
    entries,
  }));
}

describe('listEntries', () => {
  it('shows every command while nothing is typed, after what was chosen lately and still exists', () => {
    const go = (id: string): PaletteEntry => ({
      key: `zone ${id}`,
      kind: 'zone',
      label: id,
      sub: '',
      rank: 0,
      target: { do: 'go', extent: [0, 0, 1, 1], selection: { kind: 'zone', id } },
    });
    const report: PaletteEntry = {
      ...go('x'),
      key: 'command report',
      kind: 'command',
      target: { do: 'command', id: 'report' },
    };
    expect(list('', {}, [go('z2'), go('gone'), report]).map(({ id, labels }) => [id, labels])).toEqual([
      ['recent', ['z2', '生成报告']],
      ['command', ['浅色或深色']],
    ]);
  });

  it('puts the group with the nearest answer first', () => {
    const origin = { table: 'buildings', tilesetId: 'b' };
    const found = {
      places: [RIVER],
      rows: [{ row: { ...ROW, extent: [0, 0, 0.1, 0.1] as [number, number, number, number] }, origin }],
    };
    const groups = list('沿河', { ...found, places: [{ ...RIVER, extent: [0, 0, 0.1, 0.1] }] });
    expect(groups.map(({ id, labels }) => [id, labels])).toEqual([
      ['place', ['沿河']],
      ['zone', ['沿河风险区']],
      ['element', ['沿河路 1 号']],
    ]);
    expect(groups[2]?.entries[0]).toMatchObject({
      sub: 'kiosk · b7',
      target: { do: 'go', selection: { kind: 'element', table: 'buildings', tilesetId: 'b', row: 7 } },
    });
  });

  it('finds commands by the other language and by pinyin initials, zones by level and hazard', () => {
    expect(list('theme')[0]?.labels).toEqual(['浅色或深色']);
    expect(list('scbg')[0]?.labels).toEqual(['生成报告']);
    expect(list('蓝色')[0]?.labels).toEqual(['东山滑坡']);
    expect(list('qqqq')).toEqual([]);
  });

  it('leaves answers to an older question out while the next one is on its way', () => {
    const places = [{ ...RIVER, extent: [0, 0, 0.1, 0.1] as [number, number, number, number] }];
    expect(list('沿', { places, busy: true }).map(({ id }) => id)).toContain('place');
    expect(list('东', { places, busy: true }).map(({ id }) => id)).toEqual(['zone']);
  });
});
