import { NativeSelect } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildingStyle } from '../../core/style/building-style.ts';
import { happened } from '../../state/happened.ts';
import { selectCity } from '../../state/select-city.ts';
import type { OpenCity } from '../../state/workspace.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { ColourLegend } from './ColourLegend.tsx';
import { makeColours } from './make-colours.ts';
import { COLUMN_UNITS, TELLING_COLUMNS } from './telling-columns.ts';
import './colours.css';

const NO_ZONES: OpenCity['zones'] = [];

/** Keeps the colours true to style and, where they tell of zones, to the zones as edited. */
function useColouring(city: OpenCity | null, style: BuildingStyle): void {
  const manifest = city?.manifest;
  const baseUrl = city?.baseUrl;
  const zones = style.kind === 'zoneLevel' && city ? city.zones : NO_ZONES;
  useEffect(
    () => (manifest && baseUrl !== undefined ? makeColours({ manifest, baseUrl, zones }, style) : undefined),
    [manifest, baseUrl, zones, style],
  );
}

/** The style that a value of the chooser stands for. */
function readStyle(value: string): BuildingStyle {
  const column = TELLING_COLUMNS.find((each) => each === value);
  if (column) return { kind: 'column', column };
  return { kind: value === 'zoneLevel' ? 'zoneLevel' : 'plain' };
}

/** Chooser of what the colour of the buildings tells, and the legend that belongs to it. */
export function BuildingColours({ withChooser }: { withChooser: boolean }) {
  const { t } = useTranslation(['colours', 'vocabulary']);
  const city = useWorkspace(selectCity);
  const style = useWorkspace((state) => state.buildingStyle);
  const colours = useWorkspace((state) => state.buildingColours);
  useColouring(city, style);
  if (!city?.manifest.tables.buildings || (!withChooser && style.kind === 'plain')) return null;
  const chosen = TELLING_COLUMNS.find((column) => style.kind === 'column' && style.column === column);
  const unit = chosen && COLUMN_UNITS[chosen];
  const title = chosen ? t(`vocabulary:attribute.${chosen}`) : t(style.kind === 'zoneLevel' ? 'zoneLevel' : 'plain');
  const columns = TELLING_COLUMNS.map((value) => ({ value, label: t(`vocabulary:attribute.${value}`) }));
  return (
    <section className="building-colours" aria-label={t('title')} aria-busy={colours.status === 'stale'}>
      {withChooser ? (
        <NativeSelect
          size="xs"
          label={t('title')}
          value={chosen ?? style.kind}
          data={[
            { value: 'plain', label: t('plain') },
            { value: 'zoneLevel', label: t('zoneLevel') },
            { group: t('attributes'), items: columns },
          ]}
          onChange={(event) => happened.buildingsColoured(readStyle(event.currentTarget.value))}
        />
      ) : null}
      {style.kind === 'plain' ? null : (
        <h2>
          {unit ? t('titleWithUnit', { title, unit }) : title}
          {colours.status === 'stale' || colours.status === 'running' ? <em>{t('updating')}</em> : null}
        </h2>
      )}
      {colours.status === 'failed' ? <p className="panel-note">{t('failed')}</p> : null}
      {'value' in colours && colours.value ? <ColourLegend colours={colours.value} /> : null}
    </section>
  );
}
