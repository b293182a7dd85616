import type { GroundFeatures } from '../../../core/city/ground-feature.ts';
import { type GroundLayerKind, parseGroundLayer } from '../../../core/city/parse-ground.ts';
import { mapStyle } from '../../../core/style/map-style.ts';
import { sceneTheme } from '../scene-theme.ts';
import { drawMapTile, type MapTile, metersPerPixelOf } from './draw-map-tile.ts';
import { buildMapContent, type MapContent } from './map-content.ts';
import { type PlacedName, placeNames } from './place-names.ts';

/** URLs of the layers that a base map is drawn from. */
export type GroundSources = Partial<Record<GroundLayerKind, string>>;
/** To the worker: the layers from now on, or a tile to draw. */
export type MapOrder =
  | { kind: 'sources'; sources: GroundSources; origin: readonly [lon: number, lat: number] }
  | { kind: 'tile'; ticket: number; tile: MapTile; level: number; theme: 'light' | 'dark' };
/** From the worker: a drawn tile, or what went wrong with a layer. */
export type MapAnswer =
  | { kind: 'tile'; ticket: number; image: ImageBitmap }
  | { kind: 'failed'; layer: GroundLayerKind; url: string; reason: string };

interface DrawnMap {
  content: MapContent;
  origin: readonly [lon: number, lat: number];
  namesByLevel: Map<number, PlacedName[]>;
}

let map: Promise<DrawnMap> | null = null;

function post(answer: MapAnswer, transfer: Transferable[] = []): void {
  self.postMessage(answer, { transfer });
}

async function loadLayer<K extends GroundLayerKind>(layer: K, url: string | undefined): Promise<GroundFeatures[K]> {
  const nothing = [] as unknown as GroundFeatures[K];
  if (url === undefined) return nothing;
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const parsed = parseGroundLayer(layer, await response.json());
    if (!parsed) throw new Error('no feature collection');
    if (parsed.leftOut > 0) throw new Error(`${parsed.leftOut} features are not sound`);
    return parsed.features;
  } catch (error) {
    post({ kind: 'failed', layer, url, reason: error instanceof Error ? error.message : String(error) });
    return nothing;
  }
}

async function loadMap(sources: GroundSources, origin: DrawnMap['origin']): Promise<DrawnMap> {
  const [landuse, water, network] = await Promise.all([
    loadLayer('landuse', sources.landuse),
    loadLayer('water', sources.water),
    loadLayer('network', sources.network),
  ]);
  return { content: buildMapContent({ landuse, water, network }), origin, namesByLevel: new Map() };
}

function namesOf(drawn: DrawnMap, level: number, tile: MapTile): PlacedName[] {
  const known = drawn.namesByLevel.get(level);
  if (known) return known;
  const names = placeNames(drawn.content, drawn.origin, metersPerPixelOf(tile));
  drawn.namesByLevel.set(level, names);
  return names;
}

async function drawTile({ ticket, tile, level, theme }: Extract<MapOrder, { kind: 'tile' }>): Promise<void> {
  const drawn = await map;
  const canvas = new OffscreenCanvas(tile.size, tile.size);
  // Drawn by the processor: on the graphics card the tile would wait behind the frames of the scene.
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!drawn || !pen) return;
  drawMapTile(pen, drawn.content, namesOf(drawn, level, tile), tile, mapStyle(theme), sceneTheme(theme).ground);
  // As the graphics card takes it: rows from the south.
  const image = await createImageBitmap(canvas, { imageOrientation: 'flipY', premultiplyAlpha: 'none' });
  post({ kind: 'tile', ticket, image }, [image]);
}

self.addEventListener('message', ({ data }: MessageEvent<MapOrder>) => {
  if (data.kind === 'sources') map = loadMap(data.sources, data.origin);
  else void drawTile(data);
});
