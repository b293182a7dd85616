import { describe, expect, it } from 'vitest';
import { packOutlines, unpackOutlines } from '../../../../src/core/workspace/pack-outlines.ts';
import type { Zone } from '../../../../src/core/zones/zone.ts';
import { editOf, zoneOf } from '../../features/workspace/workspace-samples.ts';

function zoneWith(vertices: number, heights = false): Zone {
  const ring = Array.from({ length: vertices }, (_, place): [number, number, ...number[]] => {
    const angle = (2 * Math.PI * place) / vertices;
    const at: [number, number] = [113 + Math.cos(angle) / 3, -0 + Math.sin(angle) / 7];
    return heights ? [...at, place] : at;
  });
  const hole = ring.slice(0, 4);
  return { ...zoneOf('big'), geometry: { type: 'MultiPolygon', coordinates: [[ring, hole], [hole]] } };
}

/** Whether a value holds flat numbers anywhere. */
const isPacked = (value: unknown): boolean =>
  value instanceof Float64Array || (typeof value === 'object' && value !== null && Object.values(value).some(isPacked));

describe('outlines packed for disk and channel', () => {
  it('come back number for number, and stay one where they were one', () => {
    const zone = zoneWith(100_000);
    const entries = [
      { kind: 'did', edit: editOf('a', {}, { big: zone, small: zoneOf('small') }) },
      {
        kind: 'did',
        edit: editOf('b', { big: zone }, { big: { ...zone, properties: { ...zone.properties, note: 'x' } } }),
      },
      { kind: 'undid', editId: 'b' },
    ];
    const packed = packOutlines(entries);
    expect(isPacked(packed)).toBe(true);
    const copied = structuredClone(packed);
    const back = unpackOutlines(copied) as typeof entries;
    expect(back).toEqual(entries);
    const outlines = back.flatMap(({ edit }) => edit?.changes ?? []).flatMap(({ before, after }) => [before, after]);
    const big = outlines.flatMap((item) =>
      item && 'geometry' in item && item.properties.id === 'big' ? [item.geometry] : [],
    );
    expect(new Set(big).size).toBe(1);
    expect(isPacked(entries)).toBe(false);
  });

  it('in thousands share one run of numbers, and other flat numbers are not looked into', () => {
    const zones = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`z${at}`, zoneWith(8)]));
    const payload = { rows: Uint32Array.of(1, 2), edit: editOf('a', {}, zones) };
    const packed = packOutlines(payload) as typeof payload;
    const buffers = packed.edit.changes.flatMap(({ after }) => {
      const outline = after && 'geometry' in after ? (after.geometry as unknown) : null;
      return [(outline as { positions: Float64Array }).positions.buffer];
    });
    expect(buffers).toHaveLength(400);
    expect(new Set(buffers).size).toBe(1);
    expect(packed.rows).toBe(payload.rows);
    expect(unpackOutlines(structuredClone(packed))).toEqual(payload);
  });

  it('small ones and ones with heights are left as they are', () => {
    for (const zone of [zoneOf('small'), zoneWith(100), zoneWith(5000, true)]) {
      const edit = editOf('a', {}, { big: zone });
      expect(packOutlines(edit)).toBe(edit);
      expect(unpackOutlines(edit)).toBe(edit);
    }
  });
});
