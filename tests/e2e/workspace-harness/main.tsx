import '../../../src/ui/mantine-styles.ts';
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { startLanguages } from '../../../src/app/i18n.ts';
import { StorageChip } from '../../../src/features/workspace/StorageChip.tsx';
import { workspaceKeeper } from '../../../src/features/workspace/workspace-keeper.ts';
import { happened } from '../../../src/state/happened.ts';
import { workspaceStore } from '../../../src/state/workspace-store.ts';
import { theme } from '../../../src/ui/theme.ts';
import { cityOf, editOf, zoneOf } from '../../unit/features/workspace/workspace-samples.ts';
import type { Stroke, WorkspacePage } from './workspace-page.ts';

z.config({ jitless: true });
let opened = 0;
let made = 0;

function stroke(one: Stroke, editId: string): void {
  const { zones } = workspaceStore.getState().document;
  if (one.kind === 'put') happened.edited(editOf(editId, zones, { [one.id]: zoneOf(one.id, one.note) }));
  else if (one.kind === 'undo') happened.undone();
  else if (one.kind === 'redo') happened.redone();
  else if (zones[one.id]) happened.edited(editOf(editId, zones, { [one.id]: null }));
}

const page: WorkspacePage = {
  open(cityId, zoneIds, sha256, note = '') {
    opened += 1;
    happened.cityRequested(opened, cityId);
    happened.cityOpened(
      opened,
      cityOf(
        zoneIds.map((id) => zoneOf(id, note)),
        sha256,
        cityId,
      ),
      [],
    );
  },
  stroke,
  scribble(strokes, firstId, mostMilliseconds) {
    const next = (): void => {
      const one = strokes[made];
      if (!one) return;
      window.tellMade?.(made + 1);
      stroke(one, `e${firstId + made}`);
      made += 1;
      setTimeout(next, Math.random() * mostMilliseconds);
    };
    workspaceStore.subscribe(({ storage }, before) => {
      if (storage !== before.storage && storage.status === 'kept' && storage.pending === 0)
        window.tellConfirmed?.(made);
    });
    next();
  },
  work() {
    const { document, history } = workspaceStore.getState();
    return { document, history };
  },
  storage: () => workspaceStore.getState().storage,
};
window.workspace = page;

startLanguages('zh-CN');
workspaceKeeper.start();
const root = document.getElementById('root');
if (!root) throw new Error('no root');
createRoot(root).render(
  <MantineProvider theme={theme} forceColorScheme="light" withCssVariables={false} withGlobalClasses={false}>
    <StorageChip />
  </MantineProvider>,
);
