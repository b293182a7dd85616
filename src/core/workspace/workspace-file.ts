import { z } from 'zod';
import { localizedTextSchema } from '../city/city-manifest.ts';
import type { Issue, Outcome } from '../city/issue.ts';
import { findJsonFault } from './find-json-fault.ts';
import { type DocumentChange, documentChangeSchema } from './workspace-edit.ts';

const FORMAT = 'cim-city-viewer-workspace';
const VERSION = 1;
const MAX_CHANGES = 200_000;
/** Largest workspace file that is read: it is held in memory as text and as values. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;

const headSchema = z.object({ format: z.literal(FORMAT), version: z.number().int().positive() });

/** `<city>.workspace.json`: what a user made on top of a city package, to be handed on and merged by id. */
export const workspaceFileSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  cityId: z.string(),
  cityName: localizedTextSchema,
  package: z.object({ identity: z.string() }),
  /** ISO 8601 instant. */
  savedAt: z.string(),
  /** Only what differs from the package: `before` = the package's item, `after` = put, null = deleted. */
  changes: z.array(documentChangeSchema).max(MAX_CHANGES),
});
export type WorkspaceFile = z.infer<typeof workspaceFileSchema>;

/** Text of a workspace file, one change a line so that it can be compared by line. */
export function formatWorkspaceFile(content: Omit<WorkspaceFile, 'format' | 'version'>): string {
  const { changes, ...head } = content;
  const lines = changes.map((change) => JSON.stringify(change)).join(',\n');
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...head }).slice(0, -1)},"changes":[\n${lines}\n]}\n`;
}

/**
 * Reads the text of a workspace file for the open city.
 * Errors: `workspace.damaged` (values `line`, `column`, `reason`) for text that is no JSON; `workspace.notOurs` for JSON
 * of another kind; `workspace.newer` (`found`, `known`); `workspace.badShape` (`path`, `detail`);
 * `workspace.otherCity` (`found`, `expected`: names of the cities by id).
 * Limits: 200,000 changes; the caller refuses files over `MAX_FILE_BYTES`.
 */
export function parseWorkspaceFile(text: string, file: string, cityId: string): Outcome<WorkspaceFile> {
  const refuse = (code: string, values: NonNullable<Issue['values']> = {}): Outcome<never> => ({
    ok: false,
    issue: { code, severity: 'error', place: { file }, values },
  });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 120) : '';
    return refuse('workspace.damaged', {
      ...(findJsonFault(text.replace(/^\uFEFF/, '')) ?? { line: 1, column: 1 }),
      reason,
    });
  }
  const head = headSchema.safeParse(json);
  if (!head.success) return refuse('workspace.notOurs');
  if (head.data.version !== VERSION) return refuse('workspace.newer', { found: head.data.version, known: VERSION });
  const parsed = workspaceFileSchema.safeParse(json);
  if (!parsed.success) {
    const fault = parsed.error.issues[0];
    return refuse('workspace.badShape', { path: fault?.path.join('.') ?? '', detail: fault?.message ?? '' });
  }
  if (parsed.data.cityId !== cityId) {
    return refuse('workspace.otherCity', { found: parsed.data.cityId, expected: cityId });
  }
  const misnamed = parsed.data.changes.findIndex((change) => !isNamedById(change));
  if (misnamed >= 0) return refuse('workspace.badShape', { path: `changes.${misnamed}.id`, detail: 'id ≠ item.id' });
  return { ok: true, value: parsed.data };
}

function isNamedById({ id, before, after }: DocumentChange): boolean {
  const idOf = (item: NonNullable<typeof before>): string => ('properties' in item ? item.properties.id : item.id);
  return (before !== null || after !== null) && [before, after].every((item) => item === null || idOf(item) === id);
}
