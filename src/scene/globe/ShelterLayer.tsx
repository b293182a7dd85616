import { type Billboard, BillboardCollection, Cartesian3, NearFarScalar, VerticalOrigin } from 'cesium';
import { type ReactNode, useLayoutEffect } from 'react';
import { groundHeightAt } from '../../core/city/ground-height.ts';
import type { Shelter } from '../../core/evacuation/shelter.ts';
import { shelterIconSvg } from '../../core/style/shelter-icon.ts';
import { useGlobe } from './globe-context.ts';

export interface ShelterLayerProps {
  shelters: Shelter[];
  /** Shelters in a zone of a hazard they are not designated for. */
  flaggedIds: string[];
  visible: boolean;
  /** 0 transparent … 1 opaque. */
  opacity: number;
  selectedId: string | null;
}

/** What a shelter's billboard carries, so that a hit leads back to it. */
class ShelterMark {
  readonly shelterId: string;
  constructor(shelterId: string) {
    this.shelterId = shelterId;
  }
}

const ICON_PIXELS = 26;
/** Icons keep their size near and shrink far out, where they would hide the city. */
const SCALE_BY_DISTANCE = new NearFarScalar(800, 1, 25_000, 0.5);
/** Icons stand in front of buildings this near, so that a shelter is never lost behind its own roof. */
const ALWAYS_ON_TOP_METERS = 50_000;

function iconUri(selected: boolean, flagged: boolean): string {
  const state = selected ? 'selected' : flagged ? 'flagged' : 'plain';
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(shelterIconSvg(state, flagged))}`;
}

function shelterIdOf(hit: unknown): string | null {
  const id = typeof hit === 'object' && hit !== null && 'id' in hit ? hit.id : null;
  return id instanceof ShelterMark ? id.shelterId : null;
}

/** Shelters as icons on the ground; flagged ones carry a warning mark, the selected one is larger. */
export function ShelterLayer(props: ShelterLayerProps): ReactNode {
  const { shelters, flaggedIds, visible, opacity, selectedId } = props;
  const { viewer, picks, ground } = useGlobe();
  const shown = visible && opacity > 0;
  useLayoutEffect(() => {
    if (!shown) return;
    const { scene } = viewer;
    const flagged = new Set(flaggedIds);
    const collection = new BillboardCollection({ scene });
    for (const { geometry, properties } of shelters) {
      const [lon, lat] = geometry.coordinates;
      const isSelected = properties.id === selectedId;
      const size = isSelected ? ICON_PIXELS * 1.3 : ICON_PIXELS;
      const billboard: Billboard = collection.add({
        id: new ShelterMark(properties.id),
        position: Cartesian3.fromDegrees(lon, lat, (ground ? groundHeightAt(ground, lon, lat) : 0) + 1),
        image: iconUri(isSelected, flagged.has(properties.id)),
        width: size,
        height: size,
        verticalOrigin: VerticalOrigin.BOTTOM,
        scaleByDistance: SCALE_BY_DISTANCE,
        disableDepthTestDistance: ALWAYS_ON_TOP_METERS,
      });
      billboard.color = billboard.color.withAlpha(opacity);
    }
    scene.primitives.add(collection);
    scene.requestRender();
    return () => {
      if (!viewer.isDestroyed()) scene.primitives.remove(collection);
    };
  }, [shown, viewer, ground, shelters, flaggedIds, opacity, selectedId]);
  useLayoutEffect(
    () =>
      picks.register((hit, position) => {
        const id = shelterIdOf(hit);
        return id === null ? null : { kind: 'shelter', id, position };
      }),
    [picks],
  );
  return null;
}
