import { analysisFacts } from './analysis-facts.ts';
import { briefingFacts } from './briefing-facts.ts';
import { cityFacts } from './city-facts.ts';
import { colourFacts } from './colour-facts.ts';
import { editFacts } from './edit-facts.ts';
import { freezeDeep } from './freeze-deep.ts';
import { layerFacts } from './layer-facts.ts';
import { viewFacts } from './view-facts.ts';
import type { WorkspaceState } from './workspace.ts';
import { workspaceStore } from './workspace-store.ts';

type Fact = (state: WorkspaceState, ...details: never[]) => Partial<WorkspaceState>;
type Recorder<F> = F extends (state: WorkspaceState, ...details: infer D) => unknown ? (...details: D) => void : never;

const facts = {
  ...cityFacts,
  ...layerFacts,
  ...analysisFacts,
  ...editFacts,
  ...briefingFacts,
  ...colourFacts,
  ...viewFacts,
};

function record(fact: Fact, details: unknown[]): void {
  workspaceStore.setState((state) => {
    const change = fact(state, ...(details as never[]));
    return import.meta.env.DEV ? freezeDeep(change, 'change') : change;
  });
}

/** Records what happened: `happened.featurePicked(selection)`. The only way to change the workspace. */
export const happened = Object.fromEntries(
  Object.entries(facts).map(([name, fact]) => [name, (...details: unknown[]) => record(fact as Fact, details)]),
) as { [K in keyof typeof facts]: Recorder<(typeof facts)[K]> };
