import { useMemo } from 'react';
import { parseColor } from '../../core/style/parse-color.ts';
import { CHOSEN_ROWS_COLOR, colorChosenRows } from '../../core/style/row-colors.ts';
import { colourCache } from '../../state/colour-cache.ts';
import { rowCache } from '../../state/row-cache.ts';
import { selectCity } from '../../state/select-city.ts';
import { useWorkspace } from '../../state/workspace-store.ts';

/** Colours of the rows of one table. */
export interface RowColors {
  key: string;
  rgba: Uint8Array;
}

/** What the scene shows of one table: the colours of its rows, stale ones until new ones are here, and chosen rows above. */
export function useRowColors(table: string): RowColors | null {
  const rowCount = useWorkspace((state) => selectCity(state)?.manifest.tables[table]?.rows ?? 0);
  const coloursKey = useWorkspace(({ buildingColours }) => {
    const value = 'value' in buildingColours ? buildingColours.value : undefined;
    return value?.table === table ? value.key : null;
  });
  const chosenKey = useWorkspace(({ rowSelection }) => (rowSelection?.table === table ? rowSelection.key : null));
  return useMemo(() => {
    const told = coloursKey === null ? null : colourCache.find(coloursKey);
    const chosen = chosenKey === null ? null : rowCache.find(chosenKey);
    const rgba = chosen ? colorChosenRows(told, rowCount, chosen, parseColor(CHOSEN_ROWS_COLOR)) : told;
    return rgba && { key: `${coloursKey} ${chosenKey}`, rgba };
  }, [rowCount, coloursKey, chosenKey]);
}
