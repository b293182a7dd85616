import { Button, Popover } from '@mantine/core';
import { IconBooks } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localize } from '../../core/city/localize.ts';
import type { StrategyEntry } from '../../core/workspace/workspace-document.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { Popup } from '../../ui/Popup.tsx';
import { editZone } from './edit-zone.ts';
import { LibraryNotice } from './LibraryNotice.tsx';
import { StrategyCard } from './StrategyCard.tsx';
import { useStrategies } from './use-strategies.ts';

/** Offers the strategies of the library for the hazard and level of a zone. */
export function StrategyPicker({ zone }: { zone: Zone }) {
  const { t } = useTranslation('zones');
  const [opened, setOpened] = useState(false);
  return (
    <Popup opened={opened} onChange={setOpened} position="left-start" width={340} withinPortal>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="light"
          leftSection={<IconBooks size={14} aria-hidden />}
          onClick={() => setOpened((before) => !before)}
        >
          {t('library.pick')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        {opened ? <Offers zone={zone} onDone={() => setOpened(false)} /> : null}
      </Popover.Dropdown>
    </Popup>
  );
}

function Offers({ zone, onDone }: { zone: Zone; onDone: () => void }) {
  const { t, i18n } = useTranslation('zones');
  const strategies = useStrategies();
  const { id, hazard, level, requirements = [] } = zone.properties;
  const fitting = strategies.choices.filter(
    ({ entry }) => entry.hazard === hazard && (!level || entry.level === level),
  );
  const take = ({ strategy, requirements: lines }: StrategyEntry): void => {
    editZone(id, {
      strategy: localize(strategy, i18n.language),
      requirements: lines.map((line) => localize(line, i18n.language)),
    });
    onDone();
  };
  return (
    <div className="strategy-offers">
      <LibraryNotice strategies={strategies} />
      {fitting.length === 0 && strategies.status === 'ready' ? (
        <p className="panel-note">{t('library.nothingFits')}</p>
      ) : null}
      {fitting.map((choice) => (
        <StrategyCard
          key={choice.entry.id}
          choice={choice}
          onAddLine={(line) => {
            const text = localize(line, i18n.language);
            if (!requirements.includes(text)) editZone(id, { requirements: [...requirements, text] });
          }}
          action={
            <Button size="compact-xs" onClick={() => take(choice.entry)}>
              {t('library.takeAll')}
            </Button>
          }
        />
      ))}
    </div>
  );
}
