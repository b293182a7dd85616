import {
  type Cesium3DTile,
  type Cesium3DTileContent,
  type Cesium3DTileFeature,
  type Cesium3DTileset,
  Color,
} from 'cesium';
import type { TileIndex } from '../../core/city/city-manifest.ts';

/** What is highlighted in a tileset whose features know no row. */
export interface AdoptedState {
  /** `null` until it is loaded. */
  index: TileIndex | null;
  selectedRow: number | null;
  hoveredRow: number | null;
  selected: Color;
  hovered: Color;
  /** Colours by row, four bytes each, opacity 0 for none; `null` leaves all as they came. */
  rgba: Uint8Array | null;
}

/** URI of a content relative to the folder of its tileset.json, as the index names it. */
export function relativeUri(url: string, tilesetUrl: string): string {
  const base = new URL('.', new URL(tilesetUrl, document.baseURI));
  const absolute = new URL(url, document.baseURI);
  const path = decodeURIComponent(absolute.pathname);
  const folder = decodeURIComponent(base.pathname);
  return path.startsWith(folder) ? path.slice(folder.length) : path;
}

function leafContents(content: Cesium3DTileContent): Cesium3DTileContent[] {
  const inner = content.innerContents as Cesium3DTileContent[] | undefined;
  return inner ? inner.flatMap(leafContents) : [content];
}

/** Colours of the features of an adopted tileset: set when a tile arrives and again when the highlight changes. */
export class AdoptedColors {
  readonly #tileset: Cesium3DTileset;
  readonly #tilesetUrl: string;
  readonly #rows = new WeakMap<Cesium3DTileFeature, number>();
  readonly #tiles = new Set<Cesium3DTile>();
  readonly #removers: (() => void)[];
  readonly #scratch = new Color();
  #state: AdoptedState;

  constructor(tileset: Cesium3DTileset, tilesetUrl: string, state: AdoptedState) {
    this.#tileset = tileset;
    this.#tilesetUrl = tilesetUrl;
    this.#state = state;
    this.#removers = [
      tileset.tileLoad.addEventListener((tile: Cesium3DTile) => {
        this.#tiles.add(tile);
        this.#paint(tile);
      }),
      tileset.tileUnload.addEventListener((tile: Cesium3DTile) => this.#tiles.delete(tile)),
    ];
  }

  setState(state: AdoptedState): void {
    this.#state = state;
    for (const tile of this.#tiles) this.#paint(tile);
  }

  /** Row of a feature that was hit, `null` when the index has none. */
  rowOf(feature: Cesium3DTileFeature): number | null {
    return this.#rows.get(feature) ?? null;
  }

  dispose(): void {
    for (const remove of this.#removers) remove();
    this.#tiles.clear();
  }

  #colorOf(row: number): Color {
    const { selectedRow, hoveredRow, selected, hovered, rgba } = this.#state;
    if (row >= 0 && row === selectedRow) return selected;
    if (row >= 0 && row === hoveredRow) return hovered;
    const at = row * 4;
    if (row < 0 || !rgba?.[at + 3]) return Color.WHITE;
    return Color.fromBytes(rgba[at], rgba[at + 1], rgba[at + 2], 255, this.#scratch);
  }

  #paint(tile: Cesium3DTile): void {
    if (this.#tileset.isDestroyed()) return;
    for (const content of leafContents(tile.content)) {
      const rows = this.#state.index?.contents[relativeUri(content.url, this.#tilesetUrl)];
      for (let featureId = 0; featureId < content.featuresLength; featureId += 1) {
        const feature = content.getFeature(featureId);
        const row = rows?.[featureId] ?? -1;
        if (row >= 0) this.#rows.set(feature, row);
        feature.color = this.#colorOf(row);
      }
    }
  }
}
