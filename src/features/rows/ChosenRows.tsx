import { IconDownload, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../core/city/issue.ts';
import { describeIssue } from '../../core/city/issue-texts.ts';
import { localize } from '../../core/city/localize.ts';
import { happened } from '../../state/happened.ts';
import { rowCache } from '../../state/row-cache.ts';
import { selectCity } from '../../state/select-city.ts';
import type { OpenCity, RowSelection } from '../../state/workspace.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import type { TableRequest } from '../../workers/protocol.ts';
import { cityWorker } from '../city-worker.ts';
import { describeOrigin } from './describe-origin.ts';
import { exportChosenRows } from './export-chosen-rows.ts';
import { RowLine } from './RowLine.tsx';
import { createRowPager } from './row-pager.ts';
import './rows.css';

/** Browsers draw no list higher than some ten million pixels. */
const MOST_LISTED = 200_000;

/** The rows behind the number that was clicked; nothing while none are chosen. */
export function ChosenRows() {
  const city = useWorkspace(selectCity);
  const chosen = useWorkspace((state) => state.rowSelection);
  if (!city || !chosen) return null;
  const rows = rowCache.find(chosen.key);
  const file = city.manifest.tables[chosen.table]?.file;
  if (!rows || !file) return null;
  return (
    <RowList
      key={chosen.key}
      city={city}
      chosen={chosen}
      rows={rows}
      tableUrl={`${city.baseUrl}${file}`}
      projectCrs={city.manifest.projectCrs}
    />
  );
}

interface RowListProps extends TableRequest {
  city: OpenCity;
  chosen: RowSelection;
  rows: Uint32Array;
}

function RowList({ city, chosen, rows, tableUrl, projectCrs }: RowListProps) {
  const { t, i18n } = useTranslation(['rows', 'vocabulary']);
  const [issue, setIssue] = useState<Issue | null>(null);
  const pager = useMemo(() => {
    const read = (wanted: Uint32Array) =>
      cityWorker()
        .request('listRows', { tableUrl, projectCrs, rows: wanted })
        .then((outcome) => {
          setIssue(outcome.ok ? null : outcome.issue);
          return outcome;
        });
    return createRowPager(rows, read);
  }, [rows, tableUrl, projectCrs]);
  const places = useMemo(() => Array.from({ length: Math.min(rows.length, MOST_LISTED) }, (_, place) => place), [rows]);
  const tilesetId = city.manifest.tilesets.find(({ table }) => table === chosen.table)?.id ?? '';
  const save = async (): Promise<void> => {
    const name = `${city.manifest.id}-${t('fileName')}.csv`;
    const saved = await exportChosenRows({ tableUrl, projectCrs }, rows, { name, locale: i18n.language });
    setIssue(saved.ok ? null : saved.issue);
  };
  return (
    <section className="rows-dock" aria-label={t('title')} data-count={rows.length}>
      <header className="rows-head">
        <div className="list-words">
          <strong className="name">{t('count', { count: rows.length })}</strong>
          <span className="sub">{describeOrigin(chosen.origin, t)}</span>
        </div>
        {chosen.stale ? (
          <span className="chip" data-tone="warning">
            {t('stale')}
          </span>
        ) : null}
        <IconButton
          label={t('export')}
          icon={<IconDownload size={16} />}
          disabled={rows.length === 0}
          onClick={() => void save()}
        />
        <IconButton label={t('clear')} icon={<IconX size={16} />} onClick={() => happened.rowsChosen(null)} />
      </header>
      {issue ? (
        <Notice tone="danger" title={t('failed')}>
          {localize(describeIssue(issue), i18n.language)}
        </Notice>
      ) : null}
      {rows.length > MOST_LISTED ? <p className="panel-note rows-note">{t('cut', { count: MOST_LISTED })}</p> : null}
      {rows.length === 0 ? <p className="panel-note rows-note">{t('none')}</p> : null}
      <VirtualList
        items={places}
        rowHeight={44}
        label={t('title')}
        keyOf={String}
        render={(place) => <RowLine pager={pager} place={place} table={chosen.table} tilesetId={tilesetId} />}
      />
    </section>
  );
}
