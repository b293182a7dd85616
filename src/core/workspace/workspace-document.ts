import { z } from 'zod';
import { ZONE_HAZARDS } from '../city/hazard.ts';
import { CHECKED, TO_CHECK } from '../city/standing.ts';
import { buildingStyleSchema } from '../style/building-style.ts';
import { zoneSchema } from '../zones/zone.ts';

/** A state of a zone that was kept, so that later ones can be compared with it. */
export const zoneVersionSchema = z.object({
  id: z.string(),
  zoneId: z.string(),
  /** 1, 2, 3 … within the zone. */
  number: z.number().int().positive(),
  /** ISO 8601 instant. */
  at: z.string(),
  note: z.string(),
  zone: zoneSchema,
});
export type ZoneVersion = z.infer<typeof zoneVersionSchema>;

/** Camera, layers, light and colours under a name: one picture of a briefing. */
export const savedViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Place in the sequence; any numbers, ascending. */
  order: z.number(),
  camera: z.object({
    position: z.object({ lon: z.number(), lat: z.number(), ellipsoidalHeightMeters: z.number() }),
    headingDegrees: z.number(),
    pitchDegrees: z.number(),
  }),
  layers: z.record(z.string(), z.object({ visible: z.boolean(), opacity: z.number() })),
  sun: z.object({ instant: z.string(), shadows: z.boolean() }),
  theme: z.enum(['light', 'dark']),
  buildingStyle: buildingStyleSchema,
});
export type SavedView = z.infer<typeof savedViewSchema>;

const bilingual = z.object({ zh: z.string(), en: z.string() });

/** A development strategy with its control requirements for zones of one hazard and level; `public/rules/strategies.json`. */
export const strategyEntrySchema = z.object({
  id: z.string(),
  hazard: z.enum(ZONE_HAZARDS),
  level: z.enum(['red', 'orange', 'yellow', 'blue']),
  strategy: bilingual,
  requirements: z.array(bilingual),
  /** Document and clause; an empty text for an agency's own entry. */
  source: z.string(),
  standing: z.enum([CHECKED, TO_CHECK]),
});
export type StrategyEntry = z.infer<typeof strategyEntrySchema>;

/**
 * All that a user makes on top of a city package, keyed by id. `zones` holds the package's zones as well, as edited;
 * `strategies` holds the user's own and changed entries of the strategy library.
 */
export const workspaceDocumentSchema = z.object({
  zones: z.record(z.string(), zoneSchema),
  versions: z.record(z.string(), zoneVersionSchema),
  views: z.record(z.string(), savedViewSchema),
  strategies: z.record(z.string(), strategyEntrySchema),
});
export type WorkspaceDocument = z.infer<typeof workspaceDocumentSchema>;
export type CollectionName = keyof WorkspaceDocument;
export type DocumentItem<C extends CollectionName = CollectionName> = WorkspaceDocument[C][string];

/** A workspace in which nothing has been made. */
export const EMPTY_DOCUMENT: WorkspaceDocument = { zones: {}, versions: {}, views: {}, strategies: {} };
