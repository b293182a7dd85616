import type { BuiltBlock } from './buildings.ts';
import { type DemoFeature, position } from './feature-collection.ts';
import type { Relief } from './relief.ts';

const KINDS = { school: '学校', hospital: '医院' } as const;

/** Critical facilities: every school and hospital of the city, at its main building. */
export function placeFacilities(built: readonly BuiltBlock[], relief: Relief): DemoFeature[] {
  const sites = built.flatMap(({ block, name, buildings }) => {
    const [main] = buildings;
    return main && (block.use === 'school' || block.use === 'hospital') ? [{ kind: KINDS[block.use], name, main }] : [];
  });
  return sites.map(({ kind, name, main }, index) => ({
    type: 'Feature',
    properties: { 编号: `SS-${String(index + 1).padStart(3, '0')}`, 名称: name, 类型: kind },
    geometry: { type: 'Point', coordinates: position(relief.toMap(main.at)) },
  }));
}
