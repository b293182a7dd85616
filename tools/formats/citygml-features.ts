import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';

/** One value of a CityGML feature: text as written and, for coded values, the code list it points to. */
export interface GmlValue {
  text: string;
  codeSpace: string | null;
}

/** One `cityObjectMember` with its flat values and polygons. */
export interface GmlFeature {
  /** Member number from 1. */
  row: number;
  /** `gml:id`; `null` when absent. */
  id: string | null;
  /** Local name of the member's element, e.g. `WaterBody`. */
  type: string;
  /** Local element name → value; a name met again is prefixed with its parent: `Parent.name`. */
  values: Map<string, GmlValue>;
  /** Local names of all elements inside: tells which attribute groups are present. */
  elements: Set<string>;
  /** Polygons as written: rings of numbers in file order, exterior first. */
  polygons: number[][][];
}

/** What was read of a file; `broken` is the parser's message when the document ended or broke early. */
export interface GmlFile {
  srsName: string | null;
  /** Numbers per position. */
  dimension: number;
  features: GmlFeature[];
  broken: string | null;
}

const GML = 'http://www.opengis.net/gml';

function attribute(tag: SaxesTagNS, local: string): string | null {
  const found = Object.values(tag.attributes).find((one: SaxesAttributeNS) => one.local === local);
  return found ? found.value : null;
}

function numbersOf(text: string): number[] {
  return text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(Number);
}

/** Collects features while the parser walks; only the current member is held. */
class FeatureCollector {
  readonly file: GmlFile = { srsName: null, dimension: 3, features: [], broken: null };
  private current: GmlFeature | null = null;
  private readonly path: { local: string; codeSpace: string | null; hasChildren: boolean }[] = [];
  private text = '';

  open(tag: SaxesTagNS): void {
    const { local, uri } = tag;
    const srsName = attribute(tag, 'srsName');
    if (srsName && !this.file.srsName) this.file.srsName = srsName;
    const dimension = attribute(tag, 'srsDimension');
    if (dimension) this.file.dimension = Number(dimension) || this.file.dimension;
    const parent = this.path.at(-1);
    if (parent) parent.hasChildren = true;
    if (parent?.local === 'cityObjectMember') {
      const row = this.file.features.length + 1;
      this.current = {
        row,
        id: attribute(tag, 'id'),
        type: local,
        values: new Map(),
        elements: new Set(),
        polygons: [],
      };
    }
    this.current?.elements.add(local);
    if (uri === GML && local === 'Polygon') this.current?.polygons.push([]);
    this.path.push({ local, codeSpace: attribute(tag, 'codeSpace'), hasChildren: false });
    this.text = '';
  }

  write(text: string): void {
    this.text += text;
  }

  close(): void {
    const closed = this.path.pop();
    if (!closed || !this.current) return;
    if (closed.local === 'posList') this.current.polygons.at(-1)?.push(numbersOf(this.text));
    else if (closed.local === 'pos') this.appendPosition(numbersOf(this.text));
    else if (this.path.at(-1)?.local === 'cityObjectMember') {
      this.file.features.push(this.current);
      this.current = null;
    } else if (!closed.hasChildren && this.text.trim() !== '') {
      const text = this.text.trim();
      const taken = this.current.values.has(closed.local);
      const name = taken ? `${this.path.at(-1)?.local ?? ''}.${closed.local}` : closed.local;
      if (!this.current.values.has(name)) this.current.values.set(name, { text, codeSpace: closed.codeSpace });
    }
    this.text = '';
  }

  /** Rings may be written as single positions; a new ring starts with its LinearRing, so the last ring grows. */
  private appendPosition(position: number[]): void {
    const polygon = this.current?.polygons.at(-1);
    if (!polygon) return;
    const ring = this.path.at(-1)?.local === 'LinearRing' ? (polygon.at(-1) ?? null) : null;
    if (ring && this.growing === this.path.at(-1)) ring.push(...position);
    else {
      polygon.push([...position]);
      this.growing = this.path.at(-1) ?? null;
    }
  }

  private growing: object | null = null;
}

/**
 * Reads the members of a CityGML 2 file with a streaming parser: no document tree is built and entities of a DOCTYPE are
 * never expanded. A file that ends or breaks early keeps the members before the break.
 * Limits: geometry is polygons only; links between geometries (xlink) are not followed.
 * Source: OGC 12-019, PLATEAU product specification 3.x (i-UR 2.0/3.0).
 */
export function readCityGmlFeatures(bytes: Uint8Array): GmlFile {
  const collector = new FeatureCollector();
  const parser = new SaxesParser({ xmlns: true });
  let broken: string | null = null;
  // After an error the parser goes on as well as it can; what it then says is not to be believed.
  const whileSound =
    <T>(handle: (value: T) => void) =>
    (value: T): void => {
      if (broken === null) handle(value);
    };
  parser.on(
    'opentag',
    whileSound((tag: SaxesTagNS) => collector.open(tag)),
  );
  parser.on(
    'closetag',
    whileSound(() => collector.close()),
  );
  parser.on(
    'text',
    whileSound((text: string) => collector.write(text)),
  );
  parser.on(
    'cdata',
    whileSound((text: string) => collector.write(text)),
  );
  parser.on('error', (error) => {
    broken ??= error.message.slice(0, 120);
  });
  const decoder = new TextDecoder();
  const step = 1 << 20;
  for (let at = 0; at < bytes.length && broken === null; at += step) {
    parser.write(decoder.decode(bytes.subarray(at, at + step), { stream: true }));
  }
  if (broken === null) parser.close();
  return { ...collector.file, broken };
}
