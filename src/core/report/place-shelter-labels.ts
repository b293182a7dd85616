import type { Projection } from '../crs/projection.ts';
import type { FigureFrame } from './figure-frame.ts';
import type { FigureLabel, LabelSide, ShelterLabel } from './report-document.ts';
import type { ReportInput } from './report-input.ts';

/** Left, top, right, bottom in millimetres of the figure, from its upper left corner. */
type PaperBox = readonly [left: number, top: number, right: number, bottom: number];

/** Type of 7 points: full-width characters are as wide as it is tall, others a little over half of that. */
const FULL_WIDTH_MILLIMETERS = 2.47;
const NARROW_MILLIMETERS = 1.45;
const HEIGHT_MILLIMETERS = 3.4;
const PADDING_MILLIMETERS = 1.2;
const ICON_MILLIMETERS = 3.1;
const NUMBER_MILLIMETERS = { width: 5, height: 3.6 };
/** The review statement at the lower left. */
const STATEMENT_MILLIMETERS = { width: 48, height: 6 };
const SIDES: readonly LabelSide[] = ['right', 'left', 'above', 'below'];

function textWidth(text: string): number {
  let width = PADDING_MILLIMETERS;
  for (const character of text) {
    width += (character.codePointAt(0) ?? 0) >= 0x2e80 ? FULL_WIDTH_MILLIMETERS : NARROW_MILLIMETERS;
  }
  return width;
}

function centred(x: number, y: number, width: number, height: number): PaperBox {
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}

function labelBox(x: number, y: number, width: number, side: LabelSide): PaperBox {
  const away = ICON_MILLIMETERS / 2 + 0.4;
  if (side === 'right') return centred(x + away + width / 2, y, width, HEIGHT_MILLIMETERS);
  if (side === 'left') return centred(x - away - width / 2, y, width, HEIGHT_MILLIMETERS);
  const shift = away + HEIGHT_MILLIMETERS / 2;
  return centred(x, side === 'above' ? y - shift : y + shift, width, HEIGHT_MILLIMETERS);
}

function apart(a: PaperBox, b: PaperBox): boolean {
  return a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
}

/** Shelters that lie in zones, those to be checked first, with their place on paper. */
function candidates(input: ReportInput, toPaper: (lon: number, lat: number) => readonly [number, number]) {
  const shelters = new Map(input.shelters.map((shelter) => [shelter.properties.id, shelter]));
  return input.findings
    .filter((finding) => finding.zoneIds.length > 0)
    .sort((a, b) => Number(b.flagged) - Number(a.flagged))
    .flatMap((finding) => {
      const shelter = shelters.get(finding.shelterId);
      if (!shelter) return [];
      const [x, y] = toPaper(...shelter.geometry.coordinates);
      return [{ text: shelter.properties.name ?? finding.shelterId, flagged: finding.flagged, x, y }];
    });
}

/**
 * Chooses which shelters inside zones carry their name on the map, and on which side of their icon: those to be
 * checked first, as long as a name covers no other name, no zone number, no other icon and not the frame's edge.
 * Label positions are those of the shelters, metres of the project CRS.
 * @returns the names placed, and how many shelters of the frame that lie in zones stay without a name.
 */
export function placeShelterLabels(
  input: ReportInput,
  frame: FigureFrame,
  zoneLabels: readonly FigureLabel[],
  projection: Projection,
): { labels: ShelterLabel[]; unnamed: number } {
  const millimeters = 1000 / frame.scaleDenominator;
  const paper = (x: number, y: number) =>
    [(x - frame.extent[0]) * millimeters, (frame.extent[3] - y) * millimeters] as const;
  const toPaper = (lon: number, lat: number) => {
    const [x, y] = projection.fromLonLat(lon, lat);
    return paper(x, y);
  };
  const page: PaperBox = [0, 0, frame.widthMillimeters, frame.heightMillimeters];
  const inPage = (box: PaperBox) => box[0] >= page[0] && box[1] >= page[1] && box[2] <= page[2] && box[3] <= page[3];
  const icons = input.shelters.map((shelter) => toPaper(...shelter.geometry.coordinates));
  const taken: PaperBox[] = [
    [0, page[3] - STATEMENT_MILLIMETERS.height, STATEMENT_MILLIMETERS.width, page[3]],
    ...zoneLabels.map(({ x, y }) => centred(...paper(x, y), NUMBER_MILLIMETERS.width, NUMBER_MILLIMETERS.height)),
    ...icons.map(([x, y]) => centred(x, y, ICON_MILLIMETERS, ICON_MILLIMETERS)),
  ];
  const labels: ShelterLabel[] = [];
  const inFrame = candidates(input, toPaper).filter(({ x, y }) => x > 0 && y > 0 && x < page[2] && y < page[3]);
  for (const { text, flagged, x, y } of inFrame) {
    const boxes = SIDES.map((side) => ({ side, box: labelBox(x, y, textWidth(text), side) }));
    const free = boxes.find(({ box }) => inPage(box) && taken.every((other) => apart(box, other)));
    if (!free) continue;
    taken.push(free.box);
    const place = { x: frame.extent[0] + x / millimeters, y: frame.extent[3] - y / millimeters };
    labels.push({ text, ...place, side: free.side, flagged });
  }
  return { labels, unnamed: inFrame.length - labels.length };
}
