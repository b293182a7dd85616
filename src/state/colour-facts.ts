import type { Issue } from '../core/city/issue.ts';
import type { BuildingColours, WorkspaceState } from './workspace.ts';

type Change = Partial<WorkspaceState>;

/** What can happen to the colours of the buildings; the colours of before stay in sight, stale, until new ones are here. */
export const colourFacts = {
  coloursRequested: ({ buildingColours }: WorkspaceState, run: number): Change => {
    const value = 'value' in buildingColours ? buildingColours.value : undefined;
    return {
      buildingColours: value ? { status: 'stale', value } : { status: 'running', run, step: 'colours', fraction: null },
    };
  },
  coloursMade: (_state: WorkspaceState, colours: BuildingColours): Change => ({
    buildingColours: { status: 'ready', value: colours },
  }),
  coloursFailed: (_state: WorkspaceState, issue: Issue): Change => ({ buildingColours: { status: 'failed', issue } }),
  coloursDropped: (): Change => ({ buildingColours: { status: 'idle' } }),
};
