import type { SolarPosition } from '../../core/geometry/solar-position.ts';

type Rgb = readonly [red: number, green: number, blue: number];

/** Light of a moment; colours are factors on the colours of the theme. */
export interface SceneLight {
  /** East, north, up: towards the sun, at night towards a soft light high in the south. */
  direction: Rgb;
  sun: Rgb;
  sky: Rgb;
  /** How far windows are lit where someone is in, 0 … 1. */
  windows: number;
  /** What lies over ground and base map, and how much of it. */
  veil: { color: Rgb; strength: number };
  /** 0 by day, 1 at night. */
  night: number;
}

interface Moment {
  elevationDegrees: number;
  sun: Rgb;
  sky: Rgb;
  windows: number;
  veil: Rgb;
  veilStrength: number;
  night: number;
}

/** The course of the light from night to noon; between two moments it is mixed. */
const NIGHT: Moment = {
  elevationDegrees: -9,
  sun: [0.07, 0.09, 0.13],
  sky: [0.5, 0.57, 0.76],
  windows: 1,
  veil: [0.015, 0.03, 0.09],
  veilStrength: 0.34,
  night: 1,
};
const COURSE: readonly Moment[] = [
  NIGHT,
  {
    elevationDegrees: -5,
    sun: [0.05, 0.05, 0.07],
    sky: [0.5, 0.53, 0.68],
    windows: 0.95,
    veil: [0.05, 0.06, 0.14],
    veilStrength: 0.5,
    night: 0.8,
  },
  {
    elevationDegrees: -1,
    sun: [0.22, 0.11, 0.06],
    sky: [0.6, 0.56, 0.62],
    windows: 0.75,
    veil: [0.17, 0.09, 0.13],
    veilStrength: 0.36,
    night: 0.45,
  },
  {
    elevationDegrees: 4,
    sun: [0.62, 0.36, 0.17],
    sky: [0.66, 0.62, 0.64],
    windows: 0.3,
    veil: [0.34, 0.17, 0.07],
    veilStrength: 0.2,
    night: 0.12,
  },
  {
    elevationDegrees: 12,
    sun: [0.5, 0.4, 0.28],
    sky: [0.7, 0.69, 0.69],
    windows: 0,
    veil: [0.6, 0.4, 0.2],
    veilStrength: 0.05,
    night: 0,
  },
  {
    elevationDegrees: 28,
    sun: [0.34, 0.32, 0.29],
    sky: [0.72, 0.725, 0.735],
    windows: 0,
    veil: [0.6, 0.4, 0.2],
    veilStrength: 0,
    night: 0,
  },
];

const mix = (a: number, b: number, part: number): number => a + (b - a) * part;
const mixColors = (a: Rgb, b: Rgb, part: number): Rgb => [
  mix(a[0], b[0], part),
  mix(a[1], b[1], part),
  mix(a[2], b[2], part),
];

/** Light from high in the south, for shapes in the night. */
const NIGHT_DIRECTION: Rgb = [0.35, -0.5, 0.79];

function directionTo({ azimuthDegrees, elevationDegrees }: SolarPosition): Rgb {
  const [azimuth, elevation] = [(azimuthDegrees * Math.PI) / 180, (elevationDegrees * Math.PI) / 180];
  return [
    Math.sin(azimuth) * Math.cos(elevation),
    Math.cos(azimuth) * Math.cos(elevation),
    Math.max(Math.sin(elevation), 0.02),
  ];
}

/** Light under a position of the sun: warm and low at dusk, dark blue at night. */
export function sceneLightAt(solar: SolarPosition): SceneLight {
  const { elevationDegrees } = solar;
  const after = COURSE.findIndex((moment) => moment.elevationDegrees >= elevationDegrees);
  const to = COURSE[after] ?? COURSE.at(-1) ?? NIGHT;
  const from = after > 0 ? (COURSE[after - 1] ?? to) : to;
  const span = to.elevationDegrees - from.elevationDegrees;
  const part = span > 0 ? (elevationDegrees - from.elevationDegrees) / span : 1;
  return {
    direction: elevationDegrees > -3 ? directionTo(solar) : NIGHT_DIRECTION,
    sun: mixColors(from.sun, to.sun, part),
    sky: mixColors(from.sky, to.sky, part),
    windows: mix(from.windows, to.windows, part),
    veil: { color: mixColors(from.veil, to.veil, part), strength: mix(from.veilStrength, to.veilStrength, part) },
    night: mix(from.night, to.night, part),
  };
}
