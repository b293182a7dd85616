import { useEffect, useState } from 'react';
import type { TileIndex } from '../core/city/city-manifest.ts';
import { loadTileIndex } from '../data/load-tile-index.ts';
import { happened } from '../state/happened.ts';
import type { OpenCity } from '../state/workspace.ts';

/** Indexes of the adopted tilesets, as they arrive; a missing one costs picking in that layer, nothing else. */
export function useTileIndexes({ manifest, baseUrl }: OpenCity): Record<string, TileIndex> {
  const [indexes, setIndexes] = useState<Record<string, TileIndex>>({});
  useEffect(() => {
    const abort = new AbortController();
    for (const tileset of manifest.tilesets) {
      if (tileset.rowLookup !== 'index' || !tileset.indexUri) continue;
      void loadTileIndex(`${baseUrl}${tileset.indexUri}`, { signal: abort.signal }).then((outcome) => {
        if (abort.signal.aborted) return;
        if (outcome.ok) setIndexes((before) => ({ ...before, [tileset.id]: outcome.value }));
        else happened.issueArose(outcome.issue);
      });
    }
    return () => abort.abort();
  }, [manifest, baseUrl]);
  return indexes;
}
