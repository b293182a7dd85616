import { COARSEST_LEVEL, FINEST_LEVEL, findCell, type QuadtreeCell } from './quadtree-cell.ts';

/** What partitioning needs to know of one element: where it is (degrees) and how many vertices it will draw. */
export interface CellMember {
  lon: number;
  lat: number;
  vertices: number;
}

/** A cell of the partition: a leaf carries the indices of its members in rising order, an inner cell its children. */
export interface CellNode {
  cell: QuadtreeCell;
  members: number[];
  children: CellNode[];
}

/** A leaf holds at most this many elements; measured as the best size between requests and bytes. */
const MAX_MEMBERS = 1500;
/** A leaf draws at most about this many vertices, so that indices stay 16 bits wide where possible. */
const MAX_VERTICES = 60_000;

function groupByCell(members: readonly CellMember[], indices: readonly number[], level: number): CellNode[] {
  const nodes = new Map<string, CellNode>();
  for (const index of indices) {
    const member = members[index];
    if (!member) continue;
    const cell = findCell(member.lon, member.lat, level);
    const key = `${cell.x}/${cell.y}`;
    const node = nodes.get(key);
    if (node) node.members.push(index);
    else nodes.set(key, { cell, members: [index], children: [] });
  }
  return [...nodes.values()].sort((a, b) => a.cell.y - b.cell.y || a.cell.x - b.cell.x);
}

function split(members: readonly CellMember[], node: CellNode): CellNode {
  const vertices = node.members.reduce((sum, index) => sum + (members[index]?.vertices ?? 0), 0);
  const small = node.members.length <= MAX_MEMBERS && vertices <= MAX_VERTICES;
  if (small || node.members.length <= 1 || node.cell.level >= FINEST_LEVEL) return node;
  const children = groupByCell(members, node.members, node.cell.level + 1).map((child) => split(members, child));
  const only = children[0];
  if (children.length === 1 && only) return only;
  return { cell: node.cell, members: [], children };
}

/**
 * Cuts elements into cells of the fixed global grid, each leaf small enough for one tile. Cells with a single child
 * are left out. @returns the topmost cells, south to north and west to east; empty for no members.
 */
export function partitionCells(members: readonly CellMember[]): CellNode[] {
  const indices = members.map((_, index) => index);
  return groupByCell(members, indices, COARSEST_LEVEL).map((node) => split(members, node));
}
