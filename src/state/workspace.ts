import type { Catalog, CityManifest } from '../core/city/city-manifest.ts';
import type { Community } from '../core/city/community.ts';
import type { RiskLevel, ZoneHazard } from '../core/city/hazard.ts';
import type { Issue } from '../core/city/issue.ts';
import type { Shelter } from '../core/evacuation/shelter.ts';
import type { CameraView } from '../core/geometry/camera-view.ts';
import type { GeodeticPosition } from '../core/geometry/coordinates.ts';
import type { ExposureResult } from '../core/risk/exposure.ts';
import type { BuildingFilter } from '../core/risk/live-exposure.ts';
import type { BuildingClass } from '../core/style/building-classes.ts';
import type { BuildingStyle } from '../core/style/building-style.ts';
import type { QualityChoice, QualityLevel } from '../core/style/quality.ts';
import type { LogEntry } from '../core/workspace/edit-log.ts';
import type { WorkspaceMerge } from '../core/workspace/merge-workspace.ts';
import type { WorkspaceDocument } from '../core/workspace/workspace-document.ts';
import type { EditHistory } from '../core/workspace/workspace-edit.ts';
import type { Sketch } from '../core/zones/editing/sketch.ts';
import type { Zone } from '../core/zones/zone.ts';

/** State of something long: a late answer of an older run is dropped, a result whose inputs changed is stale. */
export type Run<T> =
  | { status: 'idle' }
  /** `value`: the result of before, which is stale. */
  | { status: 'running'; run: number; step: string; fraction: number | null; value?: T }
  | { status: 'ready'; value: T }
  | { status: 'stale'; value: T }
  | { status: 'failed'; issue: Issue };

/** An opened city: its manifest and its small vector layers; tables stay behind the worker. */
export interface OpenCity {
  manifest: CityManifest;
  /** URL of the package folder, ending in `/`. */
  baseUrl: string;
  /** Of the package; as edited they come from `selectCity`. */
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

/** Rows of a table chosen together, e.g. by a click on a number; the row numbers lie in the row cache under `key`. */
export interface RowSelection {
  key: string;
  table: string;
  count: number;
  origin: RowOrigin;
  /** Zones were changed since. */
  stale?: boolean;
}

/** The number that was clicked: what it counts, and the part of it. */
export interface RowOrigin {
  pick: { zone: string } | { level: RiskLevel } | { union: true };
  where: BuildingFilter | null;
  /** Counted with an outline that was in the making. */
  drawn: boolean;
}

/** Meaning of the colours of the rows of a table; the colours themselves lie in the colour cache under `key`. */
export interface BuildingColours {
  key: string;
  table: string;
  style: BuildingStyle;
  classes: readonly BuildingClass[];
}

/** Where the edits of the open city are kept. */
export type Storage =
  | { status: 'opening' }
  /** Every edit is on disk but `pending` ones that are on their way. */
  | { status: 'kept'; pending: number }
  /** Another tab edits this city; this one shows what it does. */
  | { status: 'following' }
  /** Edits live in this tab only: the reason as an issue (quota full, storage forbidden). */
  | { status: 'memory'; issue: Issue };

/** What an outline can be snapped to. */
export const SNAP_SOURCES = ['zone', 'building', 'street'] as const;
export type SnapSource = (typeof SNAP_SOURCES)[number];

/** How outlines are drawn, and what a new one becomes. */
export interface Drawing {
  hazard: ZoneHazard;
  level: RiskLevel;
  /** Keep right angles. */
  orthogonal: boolean;
  /** Full width of a corridor. */
  corridorWidthMeters: number;
  snapTo: readonly SnapSource[];
  /** Why the last thing that was tried on the outline could not be done. */
  refused: Issue | null;
}

/** The change log since the city was opened: how many entries there were, and the last few of them, oldest first. */
export interface EditLog {
  count: number;
  recent: readonly LogEntry[];
}
export const EMPTY_LOG: EditLog = { count: 0, recent: [] };

/** Someone else's work that waits for decisions: from a colleague's file, or from a newer package of the city. */
export interface MergeOffer {
  origin: { kind: 'file'; name: string } | { kind: 'package' };
  merge: WorkspaceMerge;
}

export type Locale = 'zh-CN' | 'en';
export type Theme = 'light' | 'dark';

/** How the place of the pointer is told: project CRS, UTM zone, degrees, or degrees, minutes and seconds. */
export const READOUTS = ['project', 'degrees', 'dms', 'utm'] as const;
export type Readout = (typeof READOUTS)[number];

/** The task the context panel serves. */
export type Mode = 'explore' | 'assess' | 'brief';
export const PANEL_TABS = {
  explore: ['inspect', 'issues'],
  assess: ['zones', 'exposure', 'shelters', 'inspect'],
  brief: ['views', 'inspect'],
} as const;
export type PanelTab = (typeof PANEL_TABS)[Mode][number];

/** What is open around the scene. */
export interface Panels {
  mode: Mode;
  tab: PanelTab;
  railOpen: boolean;
  contextOpen: boolean;
}

/** Opening of a city; the city that is already open stays until the new one is here. */
export type Opening =
  | { status: 'idle' }
  | { status: 'running'; run: number; cityId: string }
  | { status: 'failed'; cityId: string; issue: Issue };

/** The whole workspace: frozen plain data. */
export interface WorkspaceState {
  catalog: Run<Catalog>;
  opening: Opening;
  /** `idle` until the first city is here, then `ready`. */
  city: Run<OpenCity>;
  /** By layer id: every tileset id, `zones`, `shelters`, `groundMap`. */
  layers: Record<string, LayerState>;
  selection: Selection | null;
  /** Element under the pointer. */
  hover: Selection | null;
  exposure: Run<ExposureResult>;
  /** What the user made on top of the package, the package's zones as edited included. */
  document: WorkspaceDocument;
  history: EditHistory;
  log: EditLog;
  merge: MergeOffer | null;
  storage: Storage;
  /** Outline in the making; its shape is not in the document until it is committed. */
  sketch: Sketch | null;
  drawing: Drawing;
  rowSelection: RowSelection | null;
  buildingStyle: BuildingStyle;
  /** What `buildingStyle` says of the buildings; `idle` while they are as they are. */
  buildingColours: Run<BuildingColours>;
  /** Saved view that was shown last. */
  shownViewId: string | null;
  /** The room sees the scene alone, full screen. */
  presenting: boolean;
  /** Set to fly there; `key` changes with every command. */
  flight: { key: number; target: CameraView | { extent: [number, number, number, number] } } | null;
  /** Last camera that came to rest; restores the view after a lost context and travels in the link. */
  camera: CameraView | null;
  /** Ground metres under a CSS pixel in the middle of the view at rest; `null` when the sky is there. */
  groundMetersPerPixel: number | null;
  cursor: GeodeticPosition | null;
  readout: Readout;
  /** Sun: local date and time of the city as ISO 8601 text with offset; shadows `null` while nobody switched them. */
  sun: { instant: string; shadows: boolean | null };
  /** Effort of the picture: what is asked for, and what is drawn; `null` until the globe stands. */
  quality: { choice: QualityChoice; drawn: QualityLevel | null };
  /** Tiles still on their way, by tileset id. */
  pendingTiles: Record<string, number>;
  /** Pieces of the ground, with base map and zones on them, that are still on their way. */
  pendingGround: number;
  /** How often the graphics context was lost: the globe is mounted anew with every loss. */
  contextLosses: number;
  panels: Panels;
  /** Map review number (审图号) of the deployment, for cities that state none of their own. */
  mapReviewNumber: string | null;
  locale: Locale;
  theme: Theme;
  /** Problems of the running session: absent tiles, failed files. Package issues are in the manifest. */
  issues: Issue[];
}
