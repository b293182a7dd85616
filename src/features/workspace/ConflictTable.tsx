import type { MergeConflict } from '../../core/workspace/merge-workspace.ts';
import { isSameItem } from '../../core/workspace/same-item.ts';
import { describeItem, type Field, type Telling } from './describe-item.ts';

interface ConflictTableProps {
  conflict: MergeConflict;
  heads: [mine: string, theirs: string];
  telling: Telling;
}

/** Two states of one item side by side; lines that differ are marked. */
export function ConflictTable({ conflict, heads, telling }: ConflictTableProps) {
  const { t } = telling;
  const { collection, mine, theirs } = conflict;
  const tell = (item: MergeConflict['mine']): Field[] => (item ? describeItem(collection, item, telling) : []);
  const [left, right] = [tell(mine), tell(theirs)];
  // What neither side states is left out; the first line says that a side is deleted.
  const lines = (left.length > 0 ? left : right).flatMap(({ name }, line) =>
    line === 0 || left[line]?.text || right[line]?.text
      ? [{ name, texts: [left[line]?.text || null, right[line]?.text || null] }]
      : [],
  );
  const outlinesDiffer =
    mine && theirs && 'geometry' in mine && 'geometry' in theirs && !isSameItem(mine.geometry, theirs.geometry);
  return (
    <table className="conflict-table">
      <thead>
        <tr>
          <th scope="col">{t('conflict.field')}</th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, texts }, line) => {
          const differs = mine && theirs && (texts[0] !== texts[1] || (name === 'vertices' && outlinesDiffer));
          return (
            <tr key={name} data-differs={Boolean(differs)}>
              <th scope="row">
                {t(`conflict.fields.${name}`)}
                {differs ? <span className="conflict-mark">{t('conflict.changed')}</span> : null}
              </th>
              {[mine, theirs].map((item, side) => (
                <td key={heads[side]}>
                  {item ? (texts[side] ?? t('conflict.empty')) : line === 0 ? t('conflict.deleted') : null}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
