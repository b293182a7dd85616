import { IconBuilding } from '@tabler/icons-react';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Extent } from '../../core/city/city-manifest.ts';
import type { RowSummary } from '../../core/city/row-summary.ts';
import { formatCount, formatPeople } from '../../core/units/format.ts';
import { happened } from '../../state/happened.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { ListRow } from '../../ui/ListRow.tsx';
import type { RowPager } from './row-pager.ts';

interface RowLineProps {
  pager: RowPager;
  place: number;
  table: string;
  tilesetId: string;
}

/** Free ground around a building that is flown to, in degrees: some 60 m. */
const MARGIN_DEGREES = 6e-4;

function extentOf({ xmin, ymin, xmax, ymax }: RowSummary): Extent {
  return [xmin - MARGIN_DEGREES, ymin - MARGIN_DEGREES, xmax + MARGIN_DEGREES, ymax + MARGIN_DEGREES];
}

/** One chosen building; a click inspects it and flies there. */
export function RowLine({ pager, place, table, tilesetId }: RowLineProps) {
  const { t, i18n } = useTranslation(['rows', 'vocabulary']);
  const row = useSyncExternalStore(pager.subscribe, () => pager.find(place));
  useEffect(() => pager.want(place), [pager, place]);
  const current = useWorkspace(
    ({ selection }) => selection?.kind === 'element' && selection.table === table && selection.row === row?.row,
  );
  if (!row) return <div className="row-waiting" role="presentation" />;
  const use =
    row.use === null
      ? t('unknownUse')
      : i18n.exists(`vocabulary:use.${row.use}`)
        ? i18n.t(`vocabulary:use.${row.use}` as 'vocabulary:use.other')
        : row.use;
  const storeys =
    row.storeysAbove === null
      ? t('unknownStoreys')
      : t('storeys', { count: row.storeysAbove, number: formatCount(row.storeysAbove, i18n.language, 1) });
  return (
    <ListRow
      current={current}
      mark={<IconBuilding size={16} aria-hidden className="row-mark" />}
      name={row.name ?? row.id}
      sub={`${use} · ${storeys}`}
      aside={
        <span className="number row-people">
          {row.peopleNight === null ? t('unknownPeople') : formatPeople(row.peopleNight, i18n.language)}
        </span>
      }
      onSelect={() => {
        happened.featurePicked({ kind: 'element', table, tilesetId, row: row.row, position: null });
        happened.flightAsked({ extent: extentOf(row) });
      }}
    />
  );
}
