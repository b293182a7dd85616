import { describe, expect, it } from 'vitest';
import { createProjection } from '../../../src/core/crs/projection.ts';
import type { ProjectedXY } from '../../../src/core/geometry/coordinates.ts';
import { unpackSnapIndex } from '../../../src/core/zones/editing/packed-snap-index.ts';
import { traceEdges } from '../../../src/core/zones/editing/trace-edges.ts';
import type { HandlerContext } from '../../../src/workers/serve-requests.ts';
import { answerStreets } from '../../../src/workers/street-handler.ts';
import { serveAnswers } from '../data/serve-answers.ts';

const CRS = 'EPSG:32631';
const CONTEXT: HandlerContext = { signal: new AbortController().signal, progress: () => undefined };
const made = createProjection(CRS);
if (!made.ok) throw new Error(made.issue.code);
const projection = made.value;

const lonLat = (x: number, y: number): [number, number] =>
  [...projection.toLonLat(500_000 + x, 5_700_000 + y)] as [number, number];
const place = (x: number, y: number): ProjectedXY => [500_000 + x, 5_700_000 + y];

const wayOf = (wayClass: string, ...points: [number, number][]) => ({
  type: 'Feature',
  geometry: { type: 'MultiLineString', coordinates: [points.map(([x, y]) => lonLat(x, y))] },
  properties: { id: `${wayClass}${points[0]}`, name: null, dataset: 'ways', source: {}, wayClass, widthMeters: null },
});

async function ask(features: unknown[]) {
  const body = JSON.stringify({ type: 'FeatureCollection', features });
  const url = await serveAnswers((_, response) => response.setHeader('content-type', 'application/json').end(body));
  return answerStreets({ url: `${url}ways.geojson`, projectCrs: CRS }, CONTEXT);
}

describe('streets of a package', () => {
  it('arrive as edges that can be traced, cut where they cross; rails do not', async () => {
    const answer = await ask([
      wayOf('local', [0, 50], [100, 50]),
      wayOf('arterial', [50, 0], [50, 100]),
      wayOf('metro', [0, 20], [100, 20]),
      wayOf('rail', [0, 30], [100, 30]),
      { type: 'Feature', geometry: null, properties: {} },
    ]);
    if (!answer.ok) throw new Error(answer.issue.code);
    const index = unpackSnapIndex(structuredClone(answer.value));
    expect(index.kinds).toHaveLength(4);
    const [from, to] = [index.edges.slice(0, 2), index.edges.slice(14, 16)].map(([x, y]) => [x!, y!] as ProjectedXY);
    const way = traceEdges(index, from!, to!);
    expect(way).toHaveLength(1);
    const [crossingX, crossingY] = place(50, 50);
    expect(Math.hypot(way![0]![0] - crossingX, way![0]![1] - crossingY)).toBeLessThan(0.01);
  });

  it('may be none', async () => {
    const answer = await ask([]);
    if (!answer.ok) throw new Error(answer.issue.code);
    expect(unpackSnapIndex(structuredClone(answer.value))).toMatchObject({ tree: null });
  });

  it('tell what was wrong with their file', async () => {
    const url = await serveAnswers((_, response) =>
      response.setHeader('content-type', 'application/json').end('{"type":"Topology"}'),
    );
    const request = { url: `${url}ways.geojson`, projectCrs: CRS };
    expect(await answerStreets(request, CONTEXT)).toMatchObject({ issue: { code: 'layer.notCollection' } });
    expect(await answerStreets({ ...request, projectCrs: 'EPSG:0' }, CONTEXT)).toMatchObject({
      issue: { code: 'crs.unknown' },
    });
    const stopped = new AbortController();
    stopped.abort();
    expect((await answerStreets(request, { ...CONTEXT, signal: stopped.signal })).ok).toBe(false);
  });
});
