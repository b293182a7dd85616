import { SaxesParser } from 'saxes';
import type { Issue } from '../core/city/issue.ts';
import type { SourceRecord } from '../core/formats/source-record.ts';

/** A placemark in the making. */
interface Placemark {
  properties: Record<string, unknown>;
  polygons: number[][][][];
  /** Type of the last geometry that is no polygon. */
  other: string | null;
}

const OTHERS = new Set(['Point', 'LineString', 'Model', 'Track', 'MultiTrack']);

function parsePositions(text: string): number[][] {
  return text
    .trim()
    .split(/\s+/)
    .filter((position) => position !== '')
    .map((position) => position.split(',').map(Number));
}

function toRecord({ properties, polygons, other }: Placemark, row: number): SourceRecord {
  const geometry =
    polygons.length > 0 ? { type: 'MultiPolygon', coordinates: polygons } : other ? { type: other } : null;
  return { row, id: null, properties, geometry };
}

/** Follows the elements of a KML document and collects its placemarks. */
class PlacemarkCollector {
  readonly records: SourceRecord[] = [];
  private readonly path: string[] = [];
  private placemark: Placemark | null = null;
  private field = '';
  private text = '';

  open(name: string, attributes: Record<string, string>): void {
    this.path.push(name);
    this.text = '';
    if (name === 'Placemark') this.placemark = { properties: {}, polygons: [], other: null };
    if (name === 'Data' || name === 'SimpleData') this.field = attributes.name ?? '';
    if (!this.placemark) return;
    if (name === 'Polygon') this.placemark.polygons.push([]);
    if (OTHERS.has(name)) this.placemark.other = name;
  }
  take(text: string): void {
    this.text += text;
  }
  close(name: string): void {
    this.path.pop();
    const parent = this.path.at(-1);
    const { placemark } = this;
    if (!placemark) return;
    if (name === 'Placemark') {
      this.records.push(toRecord(placemark, this.records.length + 1));
      this.placemark = null;
    } else if (parent === 'Placemark' && (name === 'name' || name === 'description')) {
      // Extended data of the same name says it more exactly.
      if (this.text.trim() !== '') placemark.properties[name] ??= this.text.trim();
    } else if ((name === 'value' && parent === 'Data') || name === 'SimpleData') {
      placemark.properties[this.field] = this.text.trim();
    } else if (name === 'coordinates' && parent === 'LinearRing') this.takeRing(placemark, parsePositions(this.text));
  }
  private takeRing(placemark: Placemark, ring: number[][]): void {
    const polygon = placemark.polygons.at(-1);
    if (!polygon) return;
    // The outer boundary may stand behind the inner ones.
    if (this.path.includes('outerBoundaryIs')) polygon.unshift(ring);
    else polygon.push(ring);
  }
}

/**
 * Reads the placemarks of a KML document as records: name, description and extended data as properties, polygons (also
 * inside MultiGeometry) as geometry; of other geometry the type alone. Longitude, latitude in degrees of WGS 84.
 * Reports `kml.cut` with the line when the document breaks off or is damaged; the placemarks before are kept.
 */
export function readKml(text: string, file: string, report: (issue: Issue) => void): SourceRecord[] {
  const collector = new PlacemarkCollector();
  const parser = new SaxesParser({ xmlns: false });
  const localName = (name: string) => name.slice(name.indexOf(':') + 1);
  let broken: string | null = null;
  parser.on('error', (error) => {
    broken ??= error.message;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (!broken) collector.open(localName(name), attributes as Record<string, string>);
  });
  const take = (part: string) => {
    if (!broken) collector.take(part);
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', ({ name }) => {
    if (!broken) collector.close(localName(name));
  });
  parser.write(text).close();
  if (broken !== null) {
    const values = { reason: String(broken).slice(0, 120), kept: collector.records.length };
    report({ code: 'kml.cut', severity: 'warning', place: { file }, values });
  }
  return collector.records;
}
