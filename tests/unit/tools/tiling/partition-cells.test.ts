import { describe, expect, it } from 'vitest';
import { type CellNode, partitionCells } from '../../../../tools/tiling/partition-cells.ts';
import { findCell } from '../../../../tools/tiling/quadtree-cell.ts';

const leaves = (nodes: readonly CellNode[]): CellNode[] =>
  nodes.flatMap((node) => (node.children.length > 0 ? leaves(node.children) : [node]));

describe('partitionCells', () => {
  const members = Array.from({ length: 9000 }, (_, at) => ({
    lon: 121.4 + ((at * 7919) % 9000) / 90_000,
    lat: 31.2 + ((at * 104_729) % 9000) / 90_000,
    vertices: 30,
  }));

  it('puts every member in one leaf, whose cell contains it, no leaf too large', () => {
    const tiles = leaves(partitionCells(members));
    expect(tiles.flatMap((tile) => tile.members).sort((a, b) => a - b)).toEqual(members.map((_, at) => at));
    for (const { cell, members: inside } of tiles) {
      expect(inside.length).toBeLessThanOrEqual(1500);
      for (const at of inside) expect(findCell(members[at]!.lon, members[at]!.lat, cell.level)).toEqual(cell);
    }
  });

  it('cuts along a fixed grid: a slice of the city falls into cells of the same grid', () => {
    const west = members.filter((member) => member.lon < 121.45);
    for (const { cell } of leaves(partitionCells(west))) {
      const degrees = 180 / 2 ** cell.level;
      expect(Number.isInteger(cell.x) && cell.x * degrees - 180 < 121.45).toBe(true);
    }
    expect(findCell(-180, -90, 9)).toEqual({ level: 9, x: 0, y: 0 });
    expect(findCell(180, 90, 9)).toEqual({ level: 9, x: 1023, y: 511 });
  });

  it('splits few elements of many vertices, and ends when all share one place', () => {
    const heavy = members.slice(0, 100).map((member) => ({ ...member, vertices: 5000 }));
    expect(leaves(partitionCells(heavy)).length).toBeGreaterThan(8);
    const stacked = Array.from({ length: 4000 }, () => ({ lon: 121.47, lat: 31.23, vertices: 24 }));
    expect(leaves(partitionCells(stacked)).map((tile) => tile.members.length)).toEqual([4000]);
    expect(partitionCells([])).toEqual([]);
  });
});
