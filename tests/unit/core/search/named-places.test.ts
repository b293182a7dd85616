import { describe, expect, it } from 'vitest';
import type { Facility } from '../../../../src/core/city/facility.ts';
import type { GroundFeatures, Way } from '../../../../src/core/city/ground-feature.ts';
import { buildNamedPlaces } from '../../../../src/core/search/named-places.ts';

function way(name: string | null, from: [number, number], to: [number, number]): Way {
  return {
    type: 'Feature',
    geometry: { type: 'MultiLineString', coordinates: [[from, to]] },
    properties: { id: 'w', name, dataset: 'd', source: {}, wayClass: 'local', widthMeters: null },
  };
}

const NOTHING: GroundFeatures = { landuse: [], water: [], network: [] };

describe('buildNamedPlaces', () => {
  it('makes one street of its pieces, also where a later piece connects two earlier ones', () => {
    const network = [
      way('沿江路', [1, 1], [1.001, 1]),
      way('沿江路', [1.01, 1], [1.02, 1]),
      way('沿江路', [1.001, 1], [1.01, 1]),
    ];
    expect(buildNamedPlaces({ ...NOTHING, network }, [])).toEqual([
      { kind: 'street', use: 'local', name: '沿江路', extent: [1, 1, 1.02, 1] },
    ]);
  });

  it('keeps two streets of one name apart, and leaves out what has no name', () => {
    const network = [
      way('Church Street', [1, 1], [1.001, 1]),
      way('Church Street', [1.2, 1], [1.21, 1]),
      way(null, [0, 0], [1, 1]),
      way(' ', [0, 0], [1, 1]),
    ];
    expect(buildNamedPlaces({ ...NOTHING, network }, []).map(({ extent }) => extent)).toEqual([
      [1, 1, 1.001, 1],
      [1.2, 1, 1.21, 1],
    ]);
  });

  it('takes facilities, waters and land', () => {
    const ring = [
      [0, 0],
      [2, 0],
      [2, 1],
      [0, 0],
    ] as [number, number][];
    const area = { type: 'MultiPolygon' as const, coordinates: [[ring]] };
    const base = { id: 'a', dataset: 'd', source: {} };
    const hospital: Facility = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [5, 6] },
      properties: { ...base, name: '人民医院', kind: 'hospital' },
    };
    const places = buildNamedPlaces(
      {
        ...NOTHING,
        water: [{ type: 'Feature', geometry: area, properties: { ...base, name: '韧江' } }],
        landuse: [{ type: 'Feature', geometry: area, properties: { ...base, name: '中央公园', landUse: 'green' } }],
      },
      [hospital, { ...hospital, properties: { ...hospital.properties, name: null } }],
    );
    expect(places).toEqual([
      { kind: 'facility', use: 'hospital', name: '人民医院', extent: [5, 6, 5, 6] },
      { kind: 'water', name: '韧江', extent: [0, 0, 2, 1] },
      { kind: 'land', use: 'green', name: '中央公园', extent: [0, 0, 2, 1] },
    ]);
  });
});
