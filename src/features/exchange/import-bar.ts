import { selectCity } from '../../state/select-city.ts';
import type { WorkspaceState } from '../../state/workspace.ts';

/** Why no zones can be brought in now; its words are in the messages under `bar`. */
export function selectImportBar(state: WorkspaceState): 'noCity' | 'following' | null {
  if (!selectCity(state)) return 'noCity';
  return state.storage.status === 'following' ? 'following' : null;
}
