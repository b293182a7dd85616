import { useEffect, useState } from 'react';
import type { Projection } from '../../core/crs/projection.ts';
import { selectCity } from '../../state/select-city.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { loadProjection } from './load-projection.ts';

/** The projection of the open city; `null` until it is here, and where the CRS is not known. */
export function useProjectionOfCity(): Projection | null {
  const crs = useWorkspace((state) => selectCity(state)?.manifest.projectCrs ?? null);
  const [known, setKnown] = useState<{ crs: string; projection: Projection } | null>(null);
  useEffect(() => {
    if (crs === null) return undefined;
    let current = true;
    void loadProjection(crs).then((outcome) => {
      if (current && outcome.ok) setKnown({ crs, projection: outcome.value });
    });
    return () => {
      current = false;
    };
  }, [crs]);
  return known?.crs === crs ? known.projection : null;
}
