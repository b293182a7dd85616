import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RISK_LEVELS, type RiskLevel } from '../core/city/hazard.ts';
import type { ScenePick } from '../core/city/scene-pick.ts';
import { extentAround } from '../core/geometry/extent-around.ts';
import { useRowColors } from '../features/colours/use-row-colors.ts';
import { isHoldingInput } from '../features/zones/early-input.ts';
import { Globe } from '../scene/globe/Globe.tsx';
import { GroundMapLayer } from '../scene/globe/ground-map/GroundMapLayer.tsx';
import { ShelterLayer } from '../scene/globe/ShelterLayer.tsx';
import { TilesetLayer } from '../scene/globe/TilesetLayer.tsx';
import { ZoneLayer } from '../scene/globe/ZoneLayer.tsx';
import { happened } from '../state/happened.ts';
import { selectCity } from '../state/select-city.ts';
import { selectGroundSources } from '../state/select-ground-sources.ts';
import { selectSceneTheme } from '../state/select-scene-theme.ts';
import { selectShadows } from '../state/select-shadows.ts';
import { selectShelterFindings } from '../state/select-shelter-findings.ts';
import type { OpenCity } from '../state/workspace.ts';
import { useWorkspace, workspaceStore } from '../state/workspace-store.ts';
import { scenePicture } from './scene-picture.ts';
import { selectionOfPick } from './selection-of-pick.ts';
import { useTileIndexes } from './use-tile-indexes.ts';

const DrawnSketch = lazy(() => import('./DrawnSketch.tsx').then((module) => ({ default: module.DrawnSketch })));

const HIDDEN = { visible: false, opacity: 1 };
const FLIGHT_HALF_WIDTH_METERS = 150;
const DOUBLE_CLICK_MS = 500;

/** The globe bound to the workspace: what it shows comes from state, what happens on it goes back as facts. */
export function Scene() {
  const city = useWorkspace(selectCity);
  const flight = useWorkspace((state) => state.flight);
  const instant = useWorkspace((state) => state.sun.instant);
  const shadows = useWorkspace(selectShadows);
  const theme = useWorkspace(selectSceneTheme);
  const quality = useWorkspace((state) => state.quality.choice);
  return (
    <Globe
      view={flight}
      ground={city?.manifest.ground ?? null}
      terrainUrl={city?.manifest.terrain ? `${city.baseUrl}${city.manifest.terrain.uri}` : null}
      onTerrainFailed={(message) =>
        happened.issueArose({ code: 'scene.terrainFailed', severity: 'warning', place: {}, values: { message } })
      }
      carriesMap={city !== null && selectGroundSources(city) !== null}
      sun={{ instant, shadows }}
      theme={theme}
      quality={quality}
      onQuality={happened.qualityDrawn}
      onPick={takePick}
      onHover={(pick) => happened.featureHovered(selectionOfPick(workspaceStore.getState(), pick))}
      onDoubleClick={flyToPick}
      onCursor={happened.cursorMoved}
      onCameraSettled={happened.cameraSettled}
      onGroundProgress={happened.groundProgressed}
      onDrawable={keepDrawable}
      onContextLost={() => {
        happened.contextLost();
        happened.issueArose({ code: 'scene.contextLost', severity: 'warning', place: {} });
      }}
      onRenderFailed={(message) =>
        happened.issueArose({ code: 'scene.renderFailed', severity: 'error', place: {}, values: { message } })
      }
    >
      {city ? <CityLayers key={city.baseUrl} city={city} /> : null}
    </Globe>
  );
}

function keepDrawable(draw: (() => HTMLCanvasElement) | null): void {
  scenePicture.take = draw;
}

let lastPickAt = Number.NEGATIVE_INFINITY;

/**
 * Clicks one by one go through the zones that lie over one another; the second of a double click does not. A click for
 * an outline that is being opened chooses nothing.
 */
function takePick(pick: ScenePick | null): void {
  if (isHoldingInput()) return;
  const now = performance.now();
  const isOnItsOwn = now - lastPickAt > DOUBLE_CLICK_MS;
  lastPickAt = now;
  happened.featurePicked(selectionOfPick(workspaceStore.getState(), pick, isOnItsOwn));
}

function flyToPick(pick: ScenePick | null): void {
  if (!pick?.position) return;
  const { lon, lat } = pick.position;
  happened.flightAsked({ extent: extentAround([lon, lat], FLIGHT_HALF_WIDTH_METERS) });
}

/** Tilesets, zones and shelters of the open city. */
function CityLayers({ city }: { city: OpenCity }) {
  const { t } = useTranslation('vocabulary');
  const layers = useWorkspace((state) => state.layers);
  const selection = useWorkspace((state) => state.selection);
  const hover = useWorkspace((state) => state.hover);
  const theme = useWorkspace(selectSceneTheme);
  const isSketching = useWorkspace((state) => state.sketch !== null);
  const indexes = useTileIndexes(city);
  const rowColors = useRowColors('buildings');
  const groundSources = selectGroundSources(city);
  const flaggedIds = useMemo(
    () =>
      selectShelterFindings(city)
        .filter((finding) => finding.flagged)
        .map((finding) => finding.shelterId),
    [city],
  );
  const levelNames = useMemo(
    () => Object.fromEntries(RISK_LEVELS.map((level) => [level, t(`level.${level}`)])) as Record<RiskLevel, string>,
    [t],
  );
  return (
    <>
      {groundSources ? (
        <GroundMapLayer
          sources={groundSources}
          extent={city.manifest.extent}
          {...(layers.groundMap ?? HIDDEN)}
          theme={theme}
          onFailed={({ layer, url, reason }) =>
            happened.issueArose({
              code: 'scene.groundMapFailed',
              severity: 'warning',
              place: { file: url, layer },
              values: { message: reason },
            })
          }
        />
      ) : null}
      {city.manifest.tilesets.map((tileset) => (
        <TilesetLayer
          key={tileset.id}
          id={tileset.id}
          url={`${city.baseUrl}${tileset.uri}`}
          {...(layers[tileset.id] ?? HIDDEN)}
          rowLookup={tileset.rowLookup}
          index={indexes[tileset.id] ?? null}
          selectedRow={selection?.kind === 'element' && selection.tilesetId === tileset.id ? selection.row : null}
          hoveredRow={hover?.kind === 'element' && hover.tilesetId === tileset.id ? hover.row : null}
          rowColors={tileset.table === 'buildings' ? rowColors : null}
          theme={theme}
          onProgress={({ pending }) => happened.tilesProgressed(tileset.id, pending)}
          onTileFailed={({ uri, message }) =>
            happened.issueArose({
              code: 'tile.failed',
              severity: 'warning',
              place: { file: uri, layer: tileset.id },
              values: { message },
            })
          }
          onDrawingFailed={({ loss, message }) =>
            happened.issueArose({
              code: loss === 'all' ? 'scene.layerFailed' : 'scene.shadingFailed',
              severity: loss === 'all' ? 'error' : 'warning',
              place: { layer: tileset.id },
              values: { message },
            })
          }
        />
      ))}
      <ZoneLayer
        zones={city.zones}
        {...(layers.zones ?? HIDDEN)}
        selectedId={selection?.kind === 'zone' ? selection.id : null}
        theme={theme}
        labels
        levelNames={levelNames}
      />
      <ShelterLayer
        shelters={city.shelters}
        flaggedIds={flaggedIds}
        {...(layers.shelters ?? HIDDEN)}
        selectedId={selection?.kind === 'shelter' ? selection.id : null}
      />
      {isSketching ? (
        <Suspense>
          <DrawnSketch city={city} />
        </Suspense>
      ) : null}
    </>
  );
}
