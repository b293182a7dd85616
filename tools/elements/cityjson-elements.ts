import type { Outcome } from '../../src/core/city/issue.ts';
import { type CityJsonGeometry, type CityJsonObject, parseCityJson } from '../formats/cityjson.ts';
import { checkPlacement } from './check-placement.ts';
import type { BoundarySurface, CityElement, SurfaceSemantic } from './city-element.ts';
import type { ElementBatch, PlacedElement, SourceFile } from './element-batch.ts';
import { findSourceId, normaliseAttributes } from './normalise-attributes.ts';
import { decideSourceFrame, type FrameQuestion, type SourceFrame } from './source-frame.ts';
import { cleanSurfaceRing, measureRingNormal, orientSurface, outlineSurfaces } from './surface-geometry.ts';

/** First-level city object types (CityJSON 2.0 §2) that each kind of dataset takes; their children fold into them. */
const ROOT_TYPES: Record<CityElement['kind'], ReadonlySet<string>> = {
  buildings: new Set(['Building']),
  infrastructure: new Set(['Bridge', 'Road', 'Railway', 'Tunnel', 'TransportSquare', 'Waterway', 'OtherConstruction']),
};

const SEMANTICS: Record<string, SurfaceSemantic> = {
  RoofSurface: 'roof',
  WallSurface: 'wall',
  GroundSurface: 'ground',
};

interface Family {
  root: CityJsonObject;
  /** Descendants, in file order. */
  members: CityJsonObject[];
}

/** Gathers every object under its first ancestor in the file that is of a first-level type. */
function gatherFamilies(objects: readonly CityJsonObject[], types: ReadonlySet<string>): Map<string, Family> {
  const byId = new Map(objects.map((object) => [object.id, object]));
  const families = new Map<string, Family>();
  const rootOf = (object: CityJsonObject): CityJsonObject => {
    let current = object;
    for (let step = 0; step < 8; step += 1) {
      const parent = current.parents.map((id) => byId.get(id)).find((found) => found !== undefined);
      if (!parent) break;
      current = parent;
    }
    return current;
  };
  for (const object of objects) {
    const root = rootOf(object);
    const orphan = root === object && types.has(object.type.replace(/Part$/, ''));
    if (!types.has(root.type) && !orphan) continue;
    const family = families.get(root.id) ?? { root, members: [] };
    if (object !== root) family.members.push(object);
    families.set(root.id, family);
  }
  return families;
}

function highestDetail(geometries: readonly CityJsonGeometry[]): CityJsonGeometry[] {
  const withSurfaces = geometries.filter((geometry) => geometry.surfaces.length > 0);
  const lod = Math.max(...withSurfaces.map((geometry) => geometry.lod));
  return withSurfaces.filter((geometry) => geometry.lod === lod);
}

/** Vertical part of the unit normal from which an unlabelled surface of a body counts as roof or ground. */
const LEVEL_NORMAL = 0.5;

function inferSemantic(rings: BoundarySurface['rings']): SurfaceSemantic {
  const [x, y, z] = measureRingNormal(rings[0] ?? []);
  const level = z / (Math.hypot(x, y, z) || 1);
  if (level > LEVEL_NORMAL) return 'roof';
  return level < -LEVEL_NORMAL ? 'ground' : 'wall';
}

function placeSurfaces(
  geometries: readonly CityJsonGeometry[],
  frame: SourceFrame,
): { surfaces: BoundarySurface[]; dropped: number } {
  let dropped = 0;
  // One shift for the whole element: a geoid sampled per vertex would bend level floors by millimetres.
  const anchor = geometries[0]?.surfaces[0]?.rings[0]?.[0];
  const surfaces = geometries.flatMap((geometry) => {
    const closed = geometry.type.endsWith('Solid');
    return geometry.surfaces.flatMap(({ semantic, rings }) => {
      const placed = rings.map((ring) =>
        ring.map(([x, y, z]): [number, number, number] => {
          const [east, north] = frame.toProject(x, y);
          return [
            east,
            north,
            anchor && Number.isFinite(east) ? frame.toEllipsoidal(anchor[0], anchor[1], z) : Number.NaN,
          ];
        }),
      );
      const clean = placed.map(cleanSurfaceRing);
      const exterior = clean[0];
      if (!exterior) {
        dropped += 1;
        return [];
      }
      const kept = [exterior, ...clean.slice(1).filter((ring) => ring !== null)];
      const known = semantic === null ? (closed ? inferSemantic(kept) : 'other') : (SEMANTICS[semantic] ?? 'other');
      return [orientSurface({ semantic: known, rings: kept })];
    });
  });
  return { surfaces, dropped };
}

function sourceAttributes({ root, members }: Family): Record<string, unknown> {
  const parts = members.filter((member) => Object.keys(member.attributes).length > 0);
  if (parts.length === 0) return root.attributes;
  return { ...root.attributes, parts: Object.fromEntries(parts.map((part) => [part.id, part.attributes])) };
}

function measureSpan(surfaces: readonly BoundarySurface[]): [low: number, high: number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const surface of surfaces) {
    for (const ring of surface.rings) {
      for (const [, , z] of ring) {
        low = Math.min(low, z);
        high = Math.max(high, z);
      }
    }
  }
  return [low, high];
}

function toElement(family: Family, frame: SourceFrame, file: SourceFile): PlacedElement | null {
  const { root, members } = family;
  const place = { ...file.place, row: root.row, id: root.id };
  for (const type of [root, ...members].flatMap((member) => member.skippedGeometries)) {
    file.context.report({ code: 'cityjson.geometrySkipped', severity: 'warning', place, values: { type } });
  }
  const detail = highestDetail([root, ...members].flatMap((member) => member.geometries));
  const { surfaces, dropped } = placeSurfaces(detail, frame);
  if (dropped > 0)
    file.context.report({ code: 'geometry.surfaceDropped', severity: 'warning', place, values: { surfaces: dropped } });
  if (surfaces.length === 0) {
    file.context.report({ code: 'geometry.unusable', severity: 'error', place });
    return null;
  }
  const footprint = outlineSurfaces(surfaces);
  if (!footprint?.length) file.context.report({ code: 'geometry.noOutline', severity: 'warning', place });
  const [low, high] = measureSpan(surfaces);
  const source = sourceAttributes(family);
  const id = file.dataset.attributes?.id ? (findSourceId(source, file.dataset) ?? root.id) : root.id;
  const attributes = normaliseAttributes(source, id, file.dataset, place, file.context);
  const mapped = file.dataset.attributes?.height ? attributes.heightMeters : null;
  return {
    element: {
      kind: file.kind,
      attributes: {
        ...attributes,
        use: attributes.use ?? (file.kind === 'infrastructure' ? root.type.toLowerCase() : null),
        baseHeightMeters: low,
        heightMeters: mapped ?? high - low,
      },
      derived: {
        geometry: 'footprint.from-surfaces',
        ...(mapped === null ? { heightMeters: 'height.from-geometry' } : {}),
      },
      source,
      footprint: footprint ?? [],
      shape: { type: 'surfaces', surfaces },
    },
    place: { ...place, id },
  };
}

function firstVertex({ root, members }: Family): readonly [number, number] {
  for (const member of [root, ...members]) {
    const vertex = member.geometries[0]?.surfaces[0]?.rings[0]?.[0];
    if (vertex) return [vertex[0], vertex[1]];
  }
  return [Number.NaN, Number.NaN];
}

/**
 * Reads the buildings or the infrastructure of one CityJSON file: one element per first-level object, its parts folded
 * in, at the highest level of detail that the object has. Objects of other types are reported as `cityjson.typeSkipped`.
 * Base = lowest vertex; height = vertical span of the geometry unless the recipe maps a height.
 * Errors: those of CityJSON, CRS and placement.
 */
export function readCityJsonElements(bytes: Uint8Array, file: SourceFile): Outcome<ElementBatch> {
  const parsed = parseCityJson(bytes, file.place, file.context.report);
  if (!parsed.ok) return parsed;
  const families = gatherFamilies(parsed.value.objects, ROOT_TYPES[file.kind]);
  const taken = new Set([...families.values()].flatMap(({ root, members }) => [root, ...members]));
  for (const object of parsed.value.objects) {
    if (taken.has(object)) continue;
    const place = { ...file.place, row: object.row, id: object.id };
    file.context.report({ code: 'cityjson.typeSkipped', severity: 'note', place, values: { type: object.type } });
  }
  const positions = [...families.values()].map(firstVertex);
  const question: FrameQuestion = { ...file, declared: parsed.value.crs, sample: positions[0] };
  const frame = decideSourceFrame(question);
  if (!frame.ok) return frame;
  const placed = checkPlacement(frame.value, positions, question);
  if (!placed.ok) return placed;
  const elements = [...families.values()].flatMap((family, index) => {
    const [x, y] = positions[index]!;
    if (Number.isFinite(x) && !placed.value(x, y)) {
      const place = { ...file.place, row: family.root.row, id: family.root.id };
      file.context.report({ code: 'crs.recordOutside', severity: 'warning', place, values: { x, y } });
      return [];
    }
    const element = toElement(family, frame.value, file);
    return element ? [element] : [];
  });
  return { ok: true, value: { elements, frame: frame.value } };
}
