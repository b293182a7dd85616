import { Button, Modal, SegmentedControl } from '@mantine/core';
import { IconCamera, IconHistory, IconListDetails, IconPolygon } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createProjection } from '../../core/crs/projection.ts';
import { conflictKey, type MergeChoice } from '../../core/workspace/settle-merge.ts';
import { happened } from '../../state/happened.ts';
import { selectCity } from '../../state/select-city.ts';
import type { MergeOffer } from '../../state/workspace.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { ListRow } from '../../ui/ListRow.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { ConflictTable } from './ConflictTable.tsx';
import { decideMerge } from './decide-merge.ts';
import { nameItem } from './describe-item.ts';

const ROW_HEIGHT = 48;
const ICONS = {
  zones: <IconPolygon size={18} aria-hidden />,
  versions: <IconHistory size={18} aria-hidden />,
  views: <IconCamera size={18} aria-hidden />,
  strategies: <IconListDetails size={18} aria-hidden />,
};

interface ConflictDialogProps {
  offer: MergeOffer;
  /** A package's conflicts can wait; one's own items stay until then. */
  onLater: () => void;
}

/** Conflicts of a merge, side by side; mine, theirs or both for each and for all. */
export function ConflictDialog({ offer, onLater }: ConflictDialogProps) {
  const { t, i18n } = useTranslation(['workspace', 'vocabulary']);
  const { conflicts, adopted, identicalCount } = offer.merge;
  const { kind } = offer.origin;
  const crs = useWorkspace((state) => selectCity(state)?.manifest.projectCrs ?? null);
  // Another tab took over while this one was comparing: what is decided here could not be kept.
  const locked = useWorkspace((state) => state.storage.status === 'following');
  const [projection] = useState(() => {
    const made = crs ? createProjection(crs) : null;
    return made?.ok ? made.value : null;
  });
  const [choices, setChoices] = useState<Record<string, MergeChoice>>({});
  const [shownKey, setShownKey] = useState<string | null>(null);
  const shown = conflicts.find((conflict) => conflictKey(conflict) === shownKey) ?? conflicts[0];
  const labels: Record<MergeChoice, string> = {
    mine: t('conflict.mine'),
    theirs: t(`conflict.theirs.${kind}`),
    both: t('conflict.both'),
  };
  /** Of an item that one side deleted, keeping both keeps the one there is. */
  const chooseAll = (choice: MergeChoice): void =>
    setChoices(
      Object.fromEntries(
        conflicts.map((conflict) => {
          const isGone = choice === 'both' && (conflict.mine === null || conflict.theirs === null);
          return [conflictKey(conflict), isGone ? (conflict.mine ? 'mine' : 'theirs') : choice];
        }),
      ),
    );
  const close = kind === 'file' ? () => happened.mergeOffered(null) : onLater;
  if (!shown) return null;
  return (
    <Modal
      opened
      onClose={close}
      size={960}
      centered
      lockScroll={false}
      closeButtonProps={{ 'aria-label': t('conflict.close') }}
      title={
        offer.origin.kind === 'file'
          ? t('conflict.title.file', { name: offer.origin.name })
          : t('conflict.title.package')
      }
    >
      <div className="conflicts">
        <p>
          {t(`conflict.intro.${kind}`, { count: conflicts.length })}{' '}
          {adopted.length > 0 ? t('conflict.others', { count: adopted.length }) : null}{' '}
          {identicalCount > 0 ? t('conflict.identical', { count: identicalCount }) : null}
        </p>
        <div className="conflicts-all">
          <span>{t('conflict.all')}</span>
          {(['mine', 'theirs', 'both'] as const).map((choice) => (
            <Button key={choice} size="compact-xs" variant="light" onClick={() => chooseAll(choice)}>
              {labels[choice]}
            </Button>
          ))}
        </div>
        <div className="conflicts-body">
          <div className="conflicts-list" style={{ height: Math.min(conflicts.length, 8) * ROW_HEIGHT }}>
            <VirtualList
              items={conflicts}
              rowHeight={ROW_HEIGHT}
              keyOf={conflictKey}
              label={t('conflict.list')}
              render={(conflict) => (
                <ListRow
                  mark={ICONS[conflict.collection]}
                  name={
                    nameItem(conflict.mine ?? conflict.theirs ?? conflict.base!, { locale: i18n.language }) ??
                    t('conflict.unnamed')
                  }
                  sub={t(`conflict.kind.${conflict.collection}`)}
                  aside={<span className="chip">{labels[choices[conflictKey(conflict)] ?? 'mine']}</span>}
                  current={conflict === shown}
                  onSelect={() => setShownKey(conflictKey(conflict))}
                />
              )}
            />
          </div>
          <div className="conflict-shown">
            <SegmentedControl
              size="xs"
              aria-label={t('conflict.choice')}
              value={choices[conflictKey(shown)] ?? 'mine'}
              onChange={(choice) => setChoices({ ...choices, [conflictKey(shown)]: choice })}
              data={(['mine', 'theirs', 'both'] as const).map((value) => ({
                value,
                label: labels[value],
                disabled: value === 'both' && (shown.mine === null || shown.theirs === null),
              }))}
            />
            <ConflictTable
              conflict={shown}
              heads={[labels.mine, labels.theirs]}
              telling={{ t, locale: i18n.language, projection }}
            />
          </div>
        </div>
        <div className="conflicts-end">
          <Button size="xs" variant="subtle" onClick={close}>
            {kind === 'file' ? t('conflict.cancel') : t('conflict.later')}
          </Button>
          <Button size="xs" data-autofocus disabled={locked} onClick={() => decideMerge(choices)}>
            {t('conflict.apply')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
