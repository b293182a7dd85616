import type { Zone } from '../zone.ts';

/**
 * Writes zones as GeoJSON (RFC 7946: longitude, latitude in degrees of WGS 84, no `crs` member), one feature per line,
 * with the contract's properties; source attributes and the package's dataset id stay behind.
 */
export function formatZonesGeojson(zones: readonly Zone[]): string {
  const lines = zones.map(({ geometry, properties }) => {
    const { dataset: _dataset, source: _source, ...stated } = properties;
    return JSON.stringify({ type: 'Feature', id: stated.id, properties: stated, geometry });
  });
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}
