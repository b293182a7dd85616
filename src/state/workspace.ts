import type { Catalog, CityManifest } from '../core/city/city-manifest.ts';
import type { Community } from '../core/city/community.ts';
import type { Issue } from '../core/city/issue.ts';
import type { Shelter } from '../core/evacuation/shelter.ts';
import type { CameraView } from '../core/geometry/camera-view.ts';
import type { GeodeticPosition } from '../core/geometry/coordinates.ts';
import type { ExposureResult } from '../core/risk/exposure.ts';
import type { Zone } from '../core/zones/zone.ts';

/** State of something long: a late answer of an older run is dropped, a result whose inputs changed is stale. */
export type Run<T> =
  | { status: 'idle' }
  | { status: 'running'; step: string; fraction: number | null }
  | { status: 'ready'; value: T }
  | { status: 'stale'; value: T }
  | { status: 'failed'; issue: Issue };

/** An opened city: its manifest and its small vector layers; tables stay behind the worker. */
export interface OpenCity {
  manifest: CityManifest;
  /** URL of the package folder, ending in `/`. */
  baseUrl: string;
  zones: Zone[];
  shelters: Shelter[];
  communities: Community[];
}

export interface LayerState {
  visible: boolean;
  /** 0 transparent … 1 opaque. */
  opacity: number;
}

export type Selection =
  | { kind: 'element'; table: string; tilesetId: string; row: number; position: GeodeticPosition | null }
  | { kind: 'zone'; id: string }
  | { kind: 'shelter'; id: string };

/** The whole workspace: frozen plain data. */
export interface WorkspaceState {
  catalog: Run<Catalog>;
  city: Run<OpenCity>;
  /** By layer id: every tileset id, `zones`, `shelters`. */
  layers: Record<string, LayerState>;
  selection: Selection | null;
  exposure: Run<ExposureResult>;
  /** Set to fly there; `key` changes with every command. */
  flight: { key: number; target: CameraView | { extent: [number, number, number, number] } } | null;
  /** Sun: local date and time of the city as ISO 8601 text with offset. */
  sun: { instant: string; shadows: boolean };
  locale: 'zh-CN' | 'en';
  theme: 'light' | 'dark';
  /** Problems of the running session: absent tiles, failed files. Package issues are in the manifest. */
  issues: Issue[];
}
