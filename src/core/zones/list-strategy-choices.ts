import type { StrategyEntry, WorkspaceDocument } from '../workspace/workspace-document.ts';
import type { StrategyLibrary } from './strategy-library.ts';

/** An entry of the strategy library and whose it is: the deployment's, changed by the user, or the user's own. */
export interface StrategyChoice {
  entry: StrategyEntry;
  origin: 'library' | 'changed' | 'own';
}

/**
 * Lists the strategies a user can choose from: the deployment's library with the user's changes laid over it by id,
 * then the user's own entries in the order of their ids.
 */
export function listStrategyChoices(library: StrategyLibrary, own: WorkspaceDocument['strategies']): StrategyChoice[] {
  const known = new Set(library.entries.map(({ id }) => id));
  const changed = library.entries.map((entry): StrategyChoice => {
    const mine = own[entry.id];
    return mine ? { entry: mine, origin: 'changed' } : { entry, origin: 'library' };
  });
  const added = Object.keys(own)
    .filter((id) => !known.has(id))
    .sort()
    .map((id): StrategyChoice => ({ entry: own[id]!, origin: 'own' }));
  return [...changed, ...added];
}
