import { useEffect, useState } from 'react';
import type { Projection } from '../core/crs/projection.ts';

/** The projection of a city, loaded when it is first wanted; `null` until it is here, and where the CRS is not known. */
export function useProjection(crs: string, wanted: boolean): Projection | null {
  const [loaded, setLoaded] = useState<{ crs: string; projection: Projection } | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    import('../core/crs/projection.ts').then(
      ({ createProjection }) => {
        const made = createProjection(crs);
        if (current && made.ok) setLoaded({ crs, projection: made.value });
      },
      // Without it the cursor is told in degrees alone.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [crs, wanted]);
  return loaded?.crs === crs ? loaded.projection : null;
}
