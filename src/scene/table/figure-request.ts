import type { GroundSurface } from '../../core/city/city-manifest.ts';
import type { FigureFrame } from '../../core/report/figure-frame.ts';
import type { Zone } from '../../core/zones/zone.ts';

/** What map bitmaps are to be drawn: the frames and the plain data that lies in them. */
export interface FigureRequest {
  /** Planar CRS of the frames, e.g. `EPSG:4547`. */
  projectCrs: string;
  /** Tilesets to draw, with absolute or page-relative URLs of their `tileset.json`. */
  tilesets: { id: string; url: string }[];
  zones: readonly Zone[];
  ground: GroundSurface;
  frames: { id: string; frame: FigureFrame }[];
  dotsPerInch: number;
}

export interface FigureBitmap {
  png: Uint8Array;
  widthPixels: number;
  heightPixels: number;
  metersPerPixel: number;
}

/** Bitmaps by frame id, and the tiles that could not be drawn, as `tileset: URL`. */
export interface FigureResult {
  bitmaps: Record<string, FigureBitmap>;
  absent: string[];
}
