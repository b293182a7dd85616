import type { z } from 'zod';
import { type GroundFeatures, landAreaSchema, waterAreaSchema, waySchema } from './ground-feature.ts';

const SCHEMAS = { landuse: landAreaSchema, water: waterAreaSchema, network: waySchema } as const;

export type GroundLayerKind = keyof GroundFeatures;

/**
 * Reads a layer of the base map from parsed GeoJSON, feature by feature; what is not sound is left out and counted.
 * @returns `null` when it is no feature collection.
 */
export function parseGroundLayer<K extends GroundLayerKind>(
  kind: K,
  json: unknown,
): { features: GroundFeatures[K]; leftOut: number } | null {
  const list = typeof json === 'object' && json !== null ? (json as { features?: unknown }).features : null;
  if (!Array.isArray(list)) return null;
  const schema: z.ZodType = SCHEMAS[kind];
  const features = list.flatMap((feature) => {
    const parsed = schema.safeParse(feature);
    return parsed.success ? [parsed.data] : [];
  });
  return { features: features as unknown as GroundFeatures[K], leftOut: list.length - features.length };
}
