import type { LandUse, WayClass } from '../city/ground-feature.ts';

/** How one class of ways is drawn. */
export interface WayStyle {
  fill: string;
  casing: string;
  /** Width where the source states none. */
  widthMeters: number;
  /** Drawn where a pixel is at most this many metres. */
  shownBelowMetersPerPixel: number;
  /** Named where a pixel is at most this many metres. */
  namedBelowMetersPerPixel: number;
  /** Dash and gap in pixels; `null` = solid. */
  dash: readonly [number, number] | null;
}

/** Colours and widths of the base map in one theme: calm, so that zones and results stand out. */
export interface MapStyle {
  land: Record<LandUse, string>;
  water: string;
  ways: Record<WayClass, WayStyle>;
  ink: string;
  waterInk: string;
  greenInk: string;
  halo: string;
}

const GEOMETRY: Record<WayClass, Omit<WayStyle, 'fill' | 'casing'>> = {
  motorway: { widthMeters: 28, shownBelowMetersPerPixel: 400, namedBelowMetersPerPixel: 30, dash: null },
  arterial: { widthMeters: 22, shownBelowMetersPerPixel: 120, namedBelowMetersPerPixel: 9, dash: null },
  collector: { widthMeters: 14, shownBelowMetersPerPixel: 60, namedBelowMetersPerPixel: 5, dash: null },
  local: { widthMeters: 8, shownBelowMetersPerPixel: 20, namedBelowMetersPerPixel: 2.5, dash: null },
  path: { widthMeters: 2.5, shownBelowMetersPerPixel: 4, namedBelowMetersPerPixel: 0.8, dash: [4, 3] },
  rail: { widthMeters: 4, shownBelowMetersPerPixel: 80, namedBelowMetersPerPixel: 4, dash: [8, 6] },
  metro: { widthMeters: 6, shownBelowMetersPerPixel: 40, namedBelowMetersPerPixel: 4, dash: [12, 6] },
};

type WayColors = Record<WayClass, readonly [fill: string, casing: string]>;

function ways(colors: WayColors): Record<WayClass, WayStyle> {
  const entry = (wayClass: WayClass): WayStyle => {
    const [fill, casing] = colors[wayClass];
    return { ...GEOMETRY[wayClass], fill, casing };
  };
  return {
    motorway: entry('motorway'),
    arterial: entry('arterial'),
    collector: entry('collector'),
    local: entry('local'),
    path: entry('path'),
    rail: entry('rail'),
    metro: entry('metro'),
  };
}

const LIGHT: MapStyle = {
  land: {
    residential: '#e9e6df',
    commercial: '#efe3dc',
    industrial: '#dfdee4',
    public: '#e8e2ea',
    education: '#f0ead6',
    health: '#f1dfe0',
    transport: '#dcdcdc',
    utility: '#dddfd9',
    green: '#cfe0c1',
    plaza: '#e8e5de',
    farmland: '#e6e7cf',
    forest: '#bdd3b0',
    vacant: '#e3e1d7',
    other: '#e4e3dd',
  },
  water: '#b7d3e3',
  ways: ways({
    motorway: ['#f6d7a6', '#cfa765'],
    arterial: ['#fbf3df', '#cfc6b2'],
    collector: ['#fdfcf8', '#cbc8c0'],
    local: ['#ffffff', '#d2d0ca'],
    path: ['#b9b3a6', '#e9e6df'],
    rail: ['#8d939a', '#d6d9dc'],
    metro: ['#5b8fae', '#dbe6ec'],
  }),
  ink: '#4c535b',
  waterInk: '#3f6f8e',
  greenInk: '#4a6b3a',
  halo: 'rgba(255, 255, 255, 0.85)',
};

const DARK: MapStyle = {
  land: {
    residential: '#262c33',
    commercial: '#2d2c33',
    industrial: '#272a33',
    public: '#2b2935',
    education: '#2e2d2a',
    health: '#33282c',
    transport: '#292d32',
    utility: '#262b2c',
    green: '#22332b',
    plaza: '#2a2f34',
    farmland: '#2a2e26',
    forest: '#1d3026',
    vacant: '#272a2b',
    other: '#262b30',
  },
  water: '#16303f',
  ways: ways({
    motorway: ['#6e5b3a', '#3c3323'],
    arterial: ['#4a4f55', '#2c3137'],
    collector: ['#42474d', '#2a2f35'],
    local: ['#3a3f45', '#282d33'],
    path: ['#525a61', '#262c33'],
    rail: ['#6d757d', '#2c3238'],
    metro: ['#4f7f9b', '#22323c'],
  }),
  ink: '#b9c3cb',
  waterInk: '#86b4cf',
  greenInk: '#93b98c',
  halo: 'rgba(18, 23, 29, 0.85)',
};

/** Style of the base map in a theme. */
export function mapStyle(theme: 'light' | 'dark'): MapStyle {
  return theme === 'light' ? LIGHT : DARK;
}
