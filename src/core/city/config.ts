import { z } from 'zod';
import type { Outcome } from './issue.ts';

/** `config.json` beside the app: settings of one deployment; every field has a default. */
export const configSchema = z.strictObject({
  /** Catalog of cities, relative to the page. */
  catalog: z.string().min(1).default('tiles/catalog.json'),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
  theme: z.enum(['light', 'dark']).default('light'),
  /** Map review number (审图号) for cities that state none of their own. */
  mapReviewNumber: z.string().min(1).optional(),
  /** Origins besides our own that the page may connect to; the server's policy lists the same. */
  connectHosts: z.array(z.string().regex(/^https?:\/\/[^\s/;,'"]+$/)).default([]),
});
export type Config = z.infer<typeof configSchema>;

/** Settings of a deployment that says nothing. */
export const DEFAULT_CONFIG: Config = configSchema.parse({});

/**
 * Reads the settings of a deployment.
 * @param json Parsed JSON; nothing about it is trusted; unknown fields are refused, since they are typing errors.
 * Errors: `config.badShape` (values `path`, `detail`).
 */
export function parseConfig(json: unknown, file = 'config.json'): Outcome<Config> {
  const parsed = configSchema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const first = parsed.error.issues[0];
  const values = { path: first?.path.join('.') || '.', detail: first?.message ?? '' };
  return { ok: false, issue: { code: 'config.badShape', severity: 'warning', place: { file }, values } };
}
