import { findCrs } from '../../core/crs/crs-registry.ts';
import type { SourceLayerSummary } from '../../core/zones/exchange/zone-source.ts';

/** A coordinate system as it was found or chosen. */
export interface ChosenCrs {
  code: string;
  isSwapped: boolean;
}

/** The system that the file or its format states, when it is known here; `null` = it must be asked for. */
export function presetCrs({ declaredCrs, impliedCrs }: SourceLayerSummary): ChosenCrs | null {
  const entry = findCrs(declaredCrs ?? impliedCrs ?? '');
  return entry && !entry.geocentric ? { code: entry.code, isSwapped: false } : null;
}
