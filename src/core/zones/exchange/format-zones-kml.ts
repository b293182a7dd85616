import { RISK_LEVELS, type RiskLevel } from '../../city/hazard.ts';
import { levelStyle } from '../../style/level-style.ts';
import type { Zone } from '../zone.ts';
import { ZONE_COLUMNS } from './zone-table.ts';

/** Transparency of filled areas as KML writes it: hexadecimal, before blue, green, red. */
const FILL_ALPHA = '66';

/** XML 1.0 cannot hold control characters at all. */
const isAllowed = (character: string) => /[\t\n\r]/.test(character) || character >= ' ';

function escapeText(text: string): string {
  return [...text]
    .filter(isAllowed)
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

function formatColor(hex: string, alpha: string): string {
  return `${alpha}${hex.slice(5, 7)}${hex.slice(3, 5)}${hex.slice(1, 3)}`;
}

function formatStyle(level: RiskLevel): string {
  const { fill, inkLight } = levelStyle(level);
  return `<Style id="${level}"><LineStyle><color>${formatColor(inkLight, 'ff')}</color><width>2</width></LineStyle><PolyStyle><color>${formatColor(fill, FILL_ALPHA)}</color></PolyStyle></Style>`;
}

type Polygon = Zone['geometry']['coordinates'][number];

function formatRing(ring: Polygon[number]): string {
  const positions = ring.map(([lon, lat]) => `${lon},${lat}`).join(' ');
  return `<LinearRing><coordinates>${positions}</coordinates></LinearRing>`;
}

function formatPolygon([exterior, ...holes]: Polygon): string {
  const inner = holes.map((ring) => `<innerBoundaryIs>${formatRing(ring)}</innerBoundaryIs>`).join('');
  return `<Polygon><outerBoundaryIs>${formatRing(exterior!)}</outerBoundaryIs>${inner}</Polygon>`;
}

function formatPlacemark({ geometry, properties }: Zone): string {
  const data = ZONE_COLUMNS.flatMap(({ name, read }) => {
    const value = read(properties);
    return value === null ? [] : `<Data name="${name}"><value>${escapeText(String(value))}</value></Data>`;
  });
  const name = properties.name === null ? '' : `<name>${escapeText(properties.name)}</name>`;
  const polygons = geometry.coordinates.map(formatPolygon).join('');
  return `<Placemark>${name}<styleUrl>#${properties.level ?? 'unrated'}</styleUrl><ExtendedData>${data.join('')}</ExtendedData><MultiGeometry>${polygons}</MultiGeometry></Placemark>`;
}

/**
 * Writes zones as KML 2.2 (OGC 12-007r2): one placemark per zone, coloured by level, the contract's fields as extended
 * data. Longitude, latitude in degrees of WGS 84.
 * @param title Name of the document, as the city is called.
 */
export function formatZonesKml(zones: readonly Zone[], title: string): string {
  const styles = RISK_LEVELS.map(formatStyle).join('\n');
  const placemarks = zones.map(formatPlacemark).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n<name>${escapeText(title)}</name>\n${styles}\n${placemarks}\n</Document>\n</kml>\n`;
}
