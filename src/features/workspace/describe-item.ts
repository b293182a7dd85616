import type { TFunction } from 'i18next';
import { CHECKED } from '../../core/city/standing.ts';
import type { Projection } from '../../core/crs/projection.ts';
import { measurePlanArea } from '../../core/geometry/plan-area.ts';
import { projectZones } from '../../core/risk/zone-polygons.ts';
import { formatArea } from '../../core/units/format.ts';
import type {
  CollectionName,
  DocumentItem,
  SavedView,
  StrategyEntry,
  ZoneVersion,
} from '../../core/workspace/workspace-document.ts';
import type { Zone } from '../../core/zones/zone.ts';
import type messages from './messages/en.json';

export type FieldName = Exclude<keyof typeof messages.conflict.fields, `${string}_one` | `${string}_other`>;

/** One line of the comparison; two items differ in it when their texts do. */
export interface Field {
  name: FieldName;
  text: string | null;
}

export interface Telling {
  t: TFunction<['workspace', 'vocabulary']>;
  locale: string;
  projection: Projection | null;
}

/** Name of an item in lists. */
export function nameItem(item: DocumentItem, { locale }: Pick<Telling, 'locale'>): string | null {
  if ('properties' in item) return item.properties.name;
  if ('strategy' in item) return item.strategy[locale === 'en' ? 'en' : 'zh'];
  return 'name' in item ? item.name : item.zone.properties.name;
}

/** What an item states, line by line; items of one collection have the same lines. */
export function describeItem(collection: CollectionName, item: DocumentItem, telling: Telling): Field[] {
  if (collection === 'zones') return describeZone(item as Zone, telling);
  if (collection === 'versions') return describeVersion(item as ZoneVersion, telling);
  return collection === 'views' ? describeView(item as SavedView) : describeStrategy(item as StrategyEntry, telling);
}

function describeZone({ properties, geometry }: Zone, telling: Telling): Field[] {
  const { t, locale, projection } = telling;
  const { intensity, returnPeriodYears, requirements, validFrom, validTo, status } = properties;
  const zone: Zone = { type: 'Feature', properties, geometry };
  const shape = projection ? projectZones([zone], projection)[0] : undefined;
  const vertices = geometry.coordinates.flat().reduce((sum, ring) => sum + ring.length - 1, 0);
  return [
    { name: 'name', text: properties.name },
    { name: 'level', text: t(`vocabulary:level.${properties.level ?? 'unrated'}`) },
    { name: 'hazard', text: t(`vocabulary:hazard.${properties.hazard}`) },
    { name: 'area', text: shape ? formatArea(measurePlanArea(shape.polygons), locale) : null },
    { name: 'vertices', text: t('conflict.fields.verticesCount', { count: vertices }) },
    {
      name: 'intensity',
      text: intensity ? `${new Intl.NumberFormat(locale).format(intensity.value)} ${intensity.unit}` : null,
    },
    { name: 'returnPeriod', text: returnPeriodYears ? t('conflict.fields.years', { count: returnPeriodYears }) : null },
    { name: 'strategy', text: properties.strategy ?? null },
    { name: 'requirements', text: requirements?.length ? requirements.map((line) => `• ${line}`).join('\n') : null },
    { name: 'responsible', text: properties.responsible ?? null },
    { name: 'valid', text: validFrom || validTo ? `${validFrom ?? '…'} – ${validTo ?? '…'}` : null },
    { name: 'status', text: t(`vocabulary:status.${status ?? 'draft'}`) },
    { name: 'reviewer', text: properties.reviewer ?? null },
    { name: 'note', text: properties.note ?? null },
  ];
}

function describeVersion({ zoneId, number, at, note, zone }: ZoneVersion, telling: Telling): Field[] {
  return [
    { name: 'zoneId', text: zoneId },
    { name: 'number', text: String(number) },
    { name: 'at', text: new Date(at).toLocaleString(telling.locale) },
    ...describeZone(zone, telling).filter(({ name }) => name !== 'note'),
    { name: 'note', text: note },
  ];
}

function describeView({ name, order, camera, layers, sun, theme, buildingStyle }: SavedView): Field[] {
  const { lon, lat, ellipsoidalHeightMeters } = camera.position;
  const place = `${lon.toFixed(5)}°, ${lat.toFixed(5)}°, ${ellipsoidalHeightMeters.toFixed(0)} m`;
  const off = Object.entries(layers).map(
    ([id, { visible, opacity }]) => `${visible ? '●' : '○'} ${id} ${Math.round(opacity * 100)}%`,
  );
  return [
    { name: 'name', text: name },
    { name: 'order', text: String(order) },
    { name: 'camera', text: `${place}\n${camera.headingDegrees.toFixed(0)}° / ${camera.pitchDegrees.toFixed(0)}°` },
    { name: 'layers', text: off.join('\n') },
    { name: 'light', text: `${sun.instant}${sun.shadows ? ' ◐' : ''} · ${theme}` },
    { name: 'colours', text: buildingStyle.kind === 'column' ? buildingStyle.column : buildingStyle.kind },
  ];
}

function describeStrategy(entry: StrategyEntry, { t, locale }: Telling): Field[] {
  const language = locale === 'en' ? 'en' : 'zh';
  return [
    { name: 'hazard', text: t(`vocabulary:hazard.${entry.hazard}`) },
    { name: 'level', text: t(`vocabulary:level.${entry.level}`) },
    { name: 'strategy', text: entry.strategy[language] },
    { name: 'requirements', text: entry.requirements.map((line) => `• ${line[language]}`).join('\n') },
    { name: 'source', text: entry.source },
    {
      name: 'standing',
      text: t(entry.standing === CHECKED ? 'vocabulary:standing.checked' : 'vocabulary:standing.toCheck'),
    },
  ];
}
