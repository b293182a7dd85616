import { useMemo } from 'react';
import { colourCache } from '../../state/colour-cache.ts';
import { useWorkspace } from '../../state/workspace-store.ts';

/** Colours of the rows of one table. */
export interface RowColors {
  key: string;
  table: string;
  rgba: Uint8Array;
}

/** The colours that the scene shows now; stale ones until new ones are here. */
export function useRowColors(): RowColors | null {
  const colours = useWorkspace(({ buildingColours }) => ('value' in buildingColours ? buildingColours.value : null));
  return useMemo(() => {
    const rgba = colours ? colourCache.find(colours.key) : null;
    return colours && rgba ? { key: colours.key, table: colours.table, rgba } : null;
  }, [colours]);
}
