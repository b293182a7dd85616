import type { Issue } from '../core/city/issue.ts';

/** By name of the error; browsers agree on these. */
const CODES: Record<string, string> = {
  QuotaExceededError: 'storage.full',
  SecurityError: 'storage.forbidden',
  NotAllowedError: 'storage.forbidden',
  VersionError: 'storage.newer',
};

/** Why the browser's storage refused, as an issue. */
export function describeStorageError(error: unknown): Issue {
  const { name, message } = error instanceof Error || error instanceof DOMException ? error : { name: '', message: '' };
  // Firefox's private windows of old refuse every writing database in these words.
  const code = /did not allow mutations/.test(message) ? 'storage.forbidden' : (CODES[name] ?? 'storage.failed');
  const reason = `${name} ${message}`.trim().slice(0, 160);
  return { code, severity: 'warning', place: {}, ...(code === 'storage.failed' ? { values: { reason } } : {}) };
}
