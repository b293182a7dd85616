import { z } from 'zod';

/**
 * Classes of underground pipeline: the seven of CJJ 61-2017 appendix B (给水 排水 燃气 热力 电力 通信 工业) and the utility
 * corridor (综合管廊), which the standard keeps under its eighth class 其他. What is not known (不明) has no class.
 */
export const PIPE_CLASSES = [
  'water',
  'drainage',
  'gas',
  'heat',
  'power',
  'communication',
  'industrial',
  'corridor',
] as const;
export type PipeClass = (typeof PIPE_CLASSES)[number];

const positionSchema = z.tuple([z.number(), z.number()]).rest(z.number());

/** A pipeline as stored in `pipes.geojson`: MultiLineString in degrees (longitude, latitude) along its axis. */
export const pipeSchema = z.object({
  type: z.literal('Feature'),
  geometry: z.object({
    type: z.literal('MultiLineString'),
    coordinates: z.array(z.array(positionSchema).min(2)).min(1),
  }),
  properties: z.object({
    id: z.string(),
    name: z.string().nullable(),
    /** `null` = unknown. */
    pipeClass: z.enum(PIPE_CLASSES).nullable(),
    diameterMillimeters: z.number().positive().nullable(),
    /** Width and height of a duct or corridor; `null` for round pipes and where unknown. */
    ductMillimeters: z.tuple([z.number().positive(), z.number().positive()]).nullable(),
    /** Normalised word (`castIron`, `steel`, `pe` …); a word that is not known stays as the source has it. */
    material: z.string().nullable(),
    /** Below the ground as the source states it, to top or bottom of the pipe. */
    depthMeters: z.number().nullable(),
    yearBuilt: z.number().int().nullable(),
    /** Dataset id of the package. */
    dataset: z.string(),
    /** Source attributes, untouched. */
    source: z.record(z.string(), z.unknown()),
  }),
});
export type Pipe = z.infer<typeof pipeSchema>;
