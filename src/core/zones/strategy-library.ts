import { z } from 'zod';
import type { Outcome } from '../city/issue.ts';
import { strategyEntrySchema } from '../workspace/workspace-document.ts';

const MAX_ENTRIES = 2000;
const MAX_REQUIREMENTS = 20;
const MAX_CHARACTERS = 2000;

const text = (value: { zh: string; en: string }) =>
  value.zh.length <= MAX_CHARACTERS && value.en.length <= MAX_CHARACTERS;

/**
 * The library of development strategies with control requirements, per hazard and level; `public/rules/strategies.json`
 * and the files that agencies exchange. At most 2,000 entries of 20 requirements, 2,000 characters a text.
 */
const strategyLibrarySchema = z.object({
  version: z.literal(1),
  entries: z
    .array(
      strategyEntrySchema.refine(
        (entry) => entry.requirements.length <= MAX_REQUIREMENTS && [entry.strategy, ...entry.requirements].every(text),
        'too long',
      ),
    )
    .max(MAX_ENTRIES),
});
export type StrategyLibrary = z.infer<typeof strategyLibrarySchema>;

/**
 * Reads a strategy library.
 * @param json Parsed JSON; nothing about it is trusted.
 * Errors: `strategies.newer` (value `version`) for a later format; `strategies.badShape` (values `path`, `detail`);
 * `strategies.twice` (value `entry`) when an id occurs twice.
 */
export function parseStrategyLibrary(json: unknown, file: string): Outcome<StrategyLibrary> {
  const refuse = (code: string, values: Record<string, string | number>): Outcome<never> => ({
    ok: false,
    issue: { code, severity: 'error', place: { file }, values },
  });
  const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : undefined;
  if (typeof version === 'number' && version > 1) return refuse('strategies.newer', { version });
  const parsed = strategyLibrarySchema.safeParse(json);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    return refuse('strategies.badShape', { path: first?.path.join('.') || '.', detail: first?.message ?? '' });
  }
  const ids = parsed.data.entries.map(({ id }) => id);
  const twice = ids.find((id, place) => ids.indexOf(id) !== place);
  return twice === undefined ? { ok: true, value: parsed.data } : refuse('strategies.twice', { entry: twice });
}
