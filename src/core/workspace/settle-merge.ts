import { changeItem, itemOf } from './document-difference.ts';
import type { MergeConflict, WorkspaceMerge } from './merge-workspace.ts';
import { isSameItem } from './same-item.ts';
import type { DocumentItem, WorkspaceDocument, ZoneVersion } from './workspace-document.ts';
import type { DocumentChange } from './workspace-edit.ts';

/** Whose item of a conflict stays; `both` keeps the other side's beside one's own under a new id. */
export type MergeChoice = 'mine' | 'theirs' | 'both';

/** Key of a conflict in the choices: collection and id. */
export function conflictKey({ collection, id }: Pick<MergeConflict, 'collection' | 'id'>): string {
  return `${collection}/${id}`;
}

/**
 * The changes that a merge with its choices comes to: one edit's worth, empty when nothing changes. A conflict without
 * a choice stays as it is. Copies kept beside one's own are called `id~2`, `id~3` … and their kept versions follow them;
 * versions whose number is taken are numbered on in order of time.
 */
export function settleMerge(
  document: WorkspaceDocument,
  merge: WorkspaceMerge,
  choices: Readonly<Record<string, MergeChoice>>,
): DocumentChange[] {
  const copies = new Map<string, string>();
  const chosen = merge.conflicts.flatMap((conflict): DocumentChange[] => {
    const { collection, id, mine, theirs } = conflict;
    const choice = choices[conflictKey(conflict)] ?? 'mine';
    if (choice === 'theirs') return [changeItem(collection, id, mine, theirs)];
    if (choice === 'mine' || !theirs) return [];
    if (!mine) return [changeItem(collection, id, null, theirs)];
    const free = freeId(document, collection, id);
    if (collection === 'zones') copies.set(id, free);
    return [changeItem(collection, free, null, copyItem(theirs, free))];
  });
  const changes = [...merge.adopted, ...chosen].map(({ collection, id, after }) =>
    changeItem(collection, id, itemOf(document, collection, id), after),
  );
  return settleVersions(document, changes, copies).filter(({ before, after }) => !isSameItem(before, after));
}

function freeId(document: WorkspaceDocument, collection: MergeConflict['collection'], id: string): string {
  let copy = 2;
  while (itemOf(document, collection, `${id}~${copy}`)) copy += 1;
  return `${id}~${copy}`;
}

function copyItem(item: DocumentItem, id: string): DocumentItem {
  return 'properties' in item ? { ...item, properties: { ...item.properties, id } } : { ...item, id };
}

/** New versions go with the copy of their zone and get the next free number of it. */
function settleVersions(
  document: WorkspaceDocument,
  changes: DocumentChange[],
  copies: ReadonlyMap<string, string>,
): DocumentChange[] {
  const numbers = new Map<string, Set<number>>();
  const numbersOf = (zoneId: string): Set<number> => {
    const known = numbers.get(zoneId) ?? new Set<number>();
    numbers.set(zoneId, known);
    return known;
  };
  for (const version of Object.values(document.versions)) numbersOf(version.zoneId).add(version.number);
  const isNewVersion = (change: DocumentChange): change is DocumentChange & { after: ZoneVersion } =>
    change.collection === 'versions' && change.before === null && change.after !== null;
  const versions = changes.filter(isNewVersion).sort((a, b) => (a.after.at < b.after.at ? -1 : 1));
  const settled = versions.map(({ id, after }) => {
    const zoneId = copies.get(after.zoneId) ?? after.zoneId;
    const taken = numbersOf(zoneId);
    const number = taken.has(after.number) ? Math.max(...taken) + 1 : after.number;
    taken.add(number);
    return changeItem('versions', id, null, { ...after, zoneId, number });
  });
  return [...changes.filter((change) => !isNewVersion(change)), ...settled];
}
