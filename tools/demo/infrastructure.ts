import { closedRing, type DemoFeature } from './feature-collection.ts';
import type { Relief } from './relief.ts';
import type { Street, StreetGrid } from './streets.ts';
import { outlineStrip } from './strip.ts';

interface Structure {
  name: string;
  kind: string;
  s: readonly [number, number];
  t: readonly [number, number];
  baseHeightMeters: number;
  heightMeters: number;
  yearBuilt: number;
}

const BRIDGE_CLEARANCE_METERS = 7;
const BRIDGE_REACH_METERS = 76;
const LEVEE_METERS = { from: 50, to: 59, height: 3.2, length: 120 };
const VIADUCT_METERS = { clearance: 9, thickness: 2, width: 9.5, span: 40 };

function drawBridge(street: Street, relief: Relief): Structure[] {
  const half = street.widthMeters / 2;
  const across: [number, number] = [street.position - half, street.position + half];
  const water = relief.groundHeight([street.position, 0]);
  const deck = water + BRIDGE_CLEARANCE_METERS;
  const own = { kind: '桥梁', yearBuilt: 2006 };
  const piers = [-30, 0, 30].map((t): Structure => {
    const name = `${street.name}大桥桥墩`;
    return {
      ...own,
      name,
      s: across,
      t: [t - 1.5, t + 1.5],
      baseHeightMeters: water,
      heightMeters: BRIDGE_CLEARANCE_METERS,
    };
  });
  const t: [number, number] = [-BRIDGE_REACH_METERS, BRIDGE_REACH_METERS];
  return [{ ...own, name: `${street.name}大桥`, s: across, t, baseHeightMeters: deck, heightMeters: 1.6 }, ...piers];
}

function drawLevees(length: number, bridges: readonly Street[], relief: Relief): Structure[] {
  const count = Math.floor(length / LEVEE_METERS.length);
  return Array.from({ length: count }, (_, index) => index * LEVEE_METERS.length).flatMap((s) =>
    ([1, -1] as const).flatMap((side): Structure[] => {
      const range: [number, number] = [s, s + LEVEE_METERS.length];
      if (bridges.some((street) => street.position > range[0] - 20 && street.position < range[1] + 20)) return [];
      const t: [number, number] =
        side > 0 ? [LEVEE_METERS.from, LEVEE_METERS.to] : [-LEVEE_METERS.to, -LEVEE_METERS.from];
      const baseHeightMeters = relief.groundHeight([s, side * LEVEE_METERS.from]);
      const name = `${side > 0 ? '北' : '南'}岸堤防`;
      return [
        { name, kind: '堤防', s: range, t, baseHeightMeters, heightMeters: LEVEE_METERS.height, yearBuilt: 1998 },
      ];
    }),
  );
}

function drawViaduct(street: Street, length: number, relief: Relief): Structure[] {
  const { span, width, clearance, thickness } = VIADUCT_METERS;
  const own = { kind: '轨道交通', yearBuilt: 2017 };
  return Array.from({ length: Math.floor(length / span) }, (_, index) => index * span).flatMap((s): Structure[] => {
    const ground = relief.groundHeight([s + span / 2, street.position]);
    const around = (half: number): [number, number] => [street.position - half, street.position + half];
    const name = '轨道交通1号线高架';
    const deck: Structure = {
      ...own,
      name,
      s: [s, s + span],
      t: around(width / 2),
      baseHeightMeters: ground + clearance,
      heightMeters: thickness,
    };
    const pier = [s + span / 2 - 1.2, s + span / 2 + 1.2] as const;
    return [
      deck,
      { ...own, name: `${name}桥墩`, s: pier, t: around(1.2), baseHeightMeters: ground, heightMeters: clearance },
    ];
  });
}

/** Bridges on the arterials, levees along both banks and an elevated railway, with the height of their underside as z. */
export function drawInfrastructure(grid: StreetGrid, relief: Relief): DemoFeature[] {
  const length = grid.cross.at(-1)?.position ?? 0;
  const bridges = grid.cross.filter((street, index) => street.arterial && index > 0 && index < grid.cross.length - 1);
  const railway = grid.north.find((street, index) => street.arterial && index > 0);
  const structures = [
    ...bridges.flatMap((street) => drawBridge(street, relief)),
    ...drawLevees(length, bridges, relief),
    ...(railway ? drawViaduct(railway, length, relief) : []),
  ];
  return structures.map((structure, index) => {
    const ring = outlineStrip(
      structure.s,
      () => structure.t[0],
      () => structure.t[1],
      relief,
    );
    return {
      type: 'Feature',
      properties: {
        设施编号: `JC-${String(index + 1).padStart(4, '0')}`,
        名称: structure.name,
        类型: structure.kind,
        高度: structure.heightMeters,
        建成年份: structure.yearBuilt,
      },
      geometry: { type: 'Polygon', coordinates: [closedRing(ring, structure.baseHeightMeters)] },
    };
  });
}
