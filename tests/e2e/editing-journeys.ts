import type { Place } from './drawing-desk.ts';

/** One thing that a hand does: on the map in metres from the desk's middle, or on the keyboard. */
export type Action =
  | { take: string }
  | { click: Place; snap?: boolean }
  | { double: Place }
  | { drag: readonly [from: Place, to: Place]; shift?: boolean }
  /** Turns by the arm above the box of the shape, from north to a place. */
  | { turn: { top: Place; base: Place; to: Place } }
  | { key: string }
  /** A button of the panel by its name, then what its form asks for. */
  | { press: string; fill?: string; choose?: RegExp; submit?: string }
  /** Types a point into the panel's field. */
  | { type: string };

/** What the last step of a journey must have made. */
export interface Outcome {
  /** Code of the step in the change log. */
  step: string;
  /** What the history says, in Chinese. */
  words: RegExp;
  /** Of the zone that was changed, or of the first piece; square metres. Absent for a deleted one. */
  area?: number;
  /** Corners of all its rings. */
  corners?: number;
  /** Places that must be corners of it. */
  at?: readonly Place[];
  rings?: number;
  /** Zones that the step put or deleted. */
  changes?: number;
}

export interface Journey {
  name: string;
  cities: readonly ('demo' | 'delfshaven' | 'nyc')[];
  actions: readonly Action[];
  /** Steps that the journey takes; the last one is looked at. */
  steps: number;
  /** `null`: it must leave nothing. */
  outcome: Outcome | null;
}

const A: Place = [-40, -30];
const B: Place = [40, -30];
const C: Place = [40, 30];
const D: Place = [-40, 30];
/** A rectangle of 80 m × 60 m. */
const RECTANGLE: readonly Action[] = [{ take: '2' }, { click: A }, { click: C }];
const ALL = ['demo', 'delfshaven', 'nyc'] as const;

/** Area of a regular polygon of 64 corners in a circle. */
const circleArea = (radius: number): number => 32 * radius ** 2 * Math.sin(Math.PI / 32);

/** The recorded journeys: every tool, on made and on real cities. */
export const JOURNEYS: readonly Journey[] = [
  {
    name: 'polygon by clicks, ended by Enter',
    cities: ALL,
    actions: [{ take: '1' }, { click: A }, { click: B }, { click: C }, { click: D }, { key: 'Enter' }],
    steps: 1,
    outcome: { step: 'zone.drawn', words: /绘制/, area: 4800, corners: 4, at: [A, B, C, D] },
  },
  {
    name: 'polygon closed on its first point',
    cities: ['demo'],
    actions: [{ take: '1' }, { click: A }, { click: B }, { click: [0, 40] }, { click: A, snap: true }],
    steps: 1,
    outcome: { step: 'zone.drawn', words: /绘制/, area: 2800, corners: 3, at: [A, B, [0, 40]] },
  },
  {
    name: 'Backspace takes the last point back',
    cities: ['demo'],
    actions: [
      { take: '1' },
      { click: A },
      { click: B },
      { click: [70, 50] },
      { key: 'Backspace' },
      { click: C },
      { double: D },
    ],
    steps: 1,
    outcome: { step: 'zone.drawn', words: /绘制/, area: 4800, corners: 4, at: [A, B, C, D] },
  },
  {
    name: 'Esc gives the stroke up, then the outline',
    cities: ['demo', 'nyc'],
    actions: [{ take: '1' }, { click: A }, { click: B }, { key: 'Escape' }, { key: 'Escape' }],
    steps: 0,
    outcome: null,
  },
  {
    name: 'rectangle',
    cities: ['delfshaven'],
    actions: RECTANGLE,
    steps: 1,
    outcome: { step: 'zone.drawn', words: /绘制/, area: 4800, corners: 4, at: [A, B, C, D] },
  },
  {
    name: 'rectangle on a slanting base, right angles kept',
    cities: ['nyc'],
    actions: [
      { take: '2' },
      { key: 'o' },
      { click: [-30, -40] },
      { click: [30, 40] },
      { click: [-10, 70] },
      { take: '1' },
      { key: 'o' },
      { key: 'Escape' },
    ],
    steps: 1,
    outcome: {
      step: 'zone.drawn',
      words: /绘制/,
      area: 5000,
      corners: 4,
      at: [
        [-30, -40],
        [30, 40],
      ],
    },
  },
  {
    name: 'circle',
    cities: ['demo', 'delfshaven'],
    actions: [{ take: '3' }, { click: [0, 0] }, { click: [30, 40] }],
    steps: 1,
    outcome: { step: 'zone.drawn', words: /绘制/, area: circleArea(50), corners: 64, at: [[30, 40]] },
  },
  {
    name: 'corridor along a bent line',
    cities: ['demo', 'nyc'],
    actions: [{ take: '4' }, { click: [-60, -30] }, { click: [40, -30] }, { double: [40, 30] }],
    steps: 1,
    // 30 m wide: two legs, half discs at the ends, at the bend a quarter disc outside; the inside of the bend once.
    outcome: {
      step: 'zone.drawn',
      words: /绘制/,
      area: 160 * 30 + Math.PI * 15 ** 2 + (Math.PI / 4) * 15 ** 2 - 15 ** 2,
    },
  },
  {
    name: 'typed length and bearing',
    cities: ['delfshaven'],
    actions: [{ take: '1' }, { click: A }, { type: '80<90' }, { type: '60<0' }, { type: '80<270' }, { key: 'Enter' }],
    steps: 1,
    outcome: { step: 'zone.drawn', words: /绘制/, area: 4800, corners: 4, at: [A] },
  },
  {
    name: 'vertex dragged',
    cities: ALL,
    actions: [...RECTANGLE, { take: 'e' }, { drag: [C, [70, 60]] }, { key: 'Escape' }],
    steps: 2,
    outcome: { step: 'zone.reshaped', words: /调整.*→/, area: 6900, corners: 4, at: [A, B, [70, 60], D] },
  },
  {
    name: 'vertex inserted at the middle of an edge',
    cities: ['demo', 'nyc'],
    actions: [
      ...RECTANGLE,
      { take: 'e' },
      {
        drag: [
          [0, 30],
          [0, 60],
        ],
      },
      { key: 'Escape' },
    ],
    steps: 2,
    outcome: { step: 'zone.reshaped', words: /调整/, area: 6000, corners: 5, at: [[0, 60], C, D] },
  },
  {
    name: 'vertex chosen and deleted',
    cities: ['delfshaven'],
    actions: [...RECTANGLE, { take: 'e' }, { click: C }, { key: 'Delete' }, { key: 'Escape' }],
    steps: 2,
    outcome: { step: 'zone.reshaped', words: /调整/, area: 2400, corners: 3, at: [A, B, D] },
  },
  {
    name: 'zone moved',
    cities: ['demo', 'delfshaven'],
    actions: [
      ...RECTANGLE,
      { take: 'r' },
      {
        drag: [
          [0, 0],
          [20, 10],
        ],
      },
      { key: 'Escape' },
    ],
    steps: 2,
    outcome: {
      step: 'zone.transformed',
      words: /移动/,
      area: 4800,
      corners: 4,
      at: [
        [-20, -20],
        [60, -20],
        [60, 40],
        [-20, 40],
      ],
    },
  },
  {
    name: 'zone scaled by a corner',
    cities: ['nyc'],
    actions: [...RECTANGLE, { take: 'r' }, { drag: [C, [80, 60]] }, { key: 'Escape' }],
    steps: 2,
    outcome: { step: 'zone.transformed', words: /缩放/, area: 120 * 90, corners: 4, at: [A, [80, 60]] },
  },
  {
    name: 'zone turned by a quarter',
    cities: ['demo'],
    actions: [...RECTANGLE, { take: 'r' }, { turn: { top: [0, 30], base: [0, -30], to: [70, 0] } }, { key: 'Escape' }],
    steps: 2,
    outcome: { step: 'zone.transformed', words: /旋转/, area: 4800, corners: 4 },
  },
  {
    name: 'hole',
    cities: ['demo', 'nyc'],
    actions: [
      ...RECTANGLE,
      { take: '6' },
      { click: [-20, -15] },
      { click: [20, -15] },
      { click: [20, 15] },
      { double: [-20, 15] },
    ],
    steps: 2,
    outcome: { step: 'zone.holed', words: /开洞/, area: 3600, corners: 8, rings: 2 },
  },
  {
    name: 'second part',
    cities: ['delfshaven'],
    actions: [...RECTANGLE, { take: '7' }, { click: [60, -30] }, { click: [90, -30] }, { double: [90, 30] }],
    steps: 2,
    outcome: { step: 'zone.partAdded', words: /增加部分/, area: 4800 + 900, corners: 7, rings: 2 },
  },
  {
    name: 'split by a line',
    cities: ['demo', 'nyc'],
    actions: [...RECTANGLE, { take: '8' }, { click: [20, -60] }, { double: [20, 60] }],
    steps: 2,
    outcome: { step: 'zone.split', words: /分割.*2/, area: 3600, corners: 4, changes: 2 },
  },
  {
    name: 'widened by metres',
    cities: ['delfshaven'],
    actions: [...RECTANGLE, { press: '按距离外扩或内缩', fill: '10', submit: '外扩' }],
    steps: 2,
    outcome: { step: 'zone.buffered', words: /外扩/, area: 4800 + 280 * 10 + Math.PI * 100 },
  },
  {
    name: 'the outline of another zone traced',
    cities: ['demo'],
    actions: [
      ...RECTANGLE,
      { take: '5' },
      { click: A, snap: true },
      { click: [40, 10], snap: true },
      { double: [0, 60] },
    ],
    steps: 2,
    outcome: { step: 'zone.drawn', words: /绘制/, area: 4400, corners: 4, at: [A, B, [40, 10], [0, 60]] },
  },
  {
    // The two cross without a common vertex; all corners but the crossing are vertices of theirs.
    name: 'streets traced around the crossing of two of them',
    cities: ['demo'],
    actions: [
      { take: '5' },
      { click: [-48, 31.5], snap: true },
      { click: [26, -23], snap: true },
      { double: [-49.13, -23.91] },
    ],
    steps: 1,
    outcome: {
      step: 'zone.drawn',
      words: /绘制/,
      area: 3992,
      corners: 6,
      at: [
        [-49.13, 30.71],
        [-8.92, 30.06],
        [24.96, 28.89],
        [24.96, 15.08],
        [24.96, -23.91],
      ],
    },
  },
  {
    name: 'two overlapping zones merged',
    cities: ['nyc'],
    actions: [
      ...RECTANGLE,
      { take: '2' },
      { click: [0, 0] },
      { click: [80, 60] },
      { press: '与另一个风险区合并', choose: /风险区/, submit: '合并' },
    ],
    steps: 3,
    outcome: { step: 'zone.merged', words: /合并/, area: 4800 + 4800 - 1200, corners: 8, changes: 2 },
  },
  {
    name: 'a point near the corner of another zone snaps to it',
    cities: ['delfshaven', 'nyc'],
    actions: [
      ...RECTANGLE,
      { take: '1' },
      { click: [41.2, 31.2], snap: true },
      { click: [80, 30] },
      { double: [80, 70] },
    ],
    steps: 2,
    outcome: { step: 'zone.drawn', words: /绘制/, area: 800, corners: 3, at: [C, [80, 30], [80, 70]] },
  },
  {
    name: 'duplicated, the copy deleted',
    cities: ['demo'],
    actions: [...RECTANGLE, { press: '复制风险区' }, { key: 'Delete' }],
    steps: 3,
    outcome: { step: 'zone.deleted', words: /删除.*副本/, changes: 1 },
  },
];
