import { Button, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CityManifest } from '../../core/city/city-manifest.ts';
import type { Issue } from '../../core/city/issue.ts';
import { describeIssue } from '../../core/city/issue-texts.ts';
import { localize } from '../../core/city/localize.ts';
import { guessMapping } from '../../core/zones/exchange/guess-mapping.ts';
import type { IdPolicy, SettledImport } from '../../core/zones/exchange/settle-imported-ids.ts';
import type { ZoneMapping } from '../../core/zones/exchange/zone-mapping.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { WorkerClient } from '../../workers/client.ts';
import type { ZoneSource } from '../../workers/protocol.ts';
import { CrsChoice } from './CrsChoice.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { importZones } from './import-zones.ts';
import { MappingTable } from './MappingTable.tsx';
import { type ChosenCrs, presetCrs } from './preset-crs.ts';
import { useZonePreview } from './use-zone-preview.ts';

const POLICIES: readonly IdPolicy[] = ['skip', 'replace', 'keepBoth'];

interface ImportFormProps {
  source: ZoneSource;
  client: WorkerClient;
  manifest: CityManifest;
  onDone: (settled: SettledImport) => void;
  onCancel: () => void;
}

/** Layer, coordinate system, meaning of the fields, and what an import with these would come to. */
export function ImportForm({ source, client, manifest, onDone, onCancel }: ImportFormProps) {
  const { t, i18n } = useTranslation('exchange');
  const [layerIndex, setLayerIndex] = useState(0);
  const layer = source.layers[layerIndex]!;
  const [mapping, setMapping] = useState<ZoneMapping>(() => guessMapping(layer.fields));
  const [crs, setCrs] = useState<ChosenCrs | null>(() => presetCrs(layer));
  const [policy, setPolicy] = useState<IdPolicy>('skip');
  const [taking, setTaking] = useState(false);
  const [refused, setRefused] = useState<Issue | null>(null);
  const known = useWorkspace((state) => state.document.zones);
  const run = useZonePreview(
    client,
    crs ? { layer: layerIndex, crs: crs.code, isSwapped: crs.isSwapped, mapping } : null,
  );
  const preview = run.status === 'ready' ? run.preview : null;
  const knownCount = preview?.ids.filter((id) => Object.hasOwn(known, id)).length ?? 0;
  const chooseLayer = (index: number): void => {
    setLayerIndex(index);
    setMapping(guessMapping(source.layers[index]!.fields));
    setCrs(presetCrs(source.layers[index]!));
  };
  const take = async (): Promise<void> => {
    if (!preview) return;
    setTaking(true);
    const settled = await importZones(client, preview, policy);
    setTaking(false);
    if (settled.ok) onDone(settled.value);
    else setRefused(settled.issue);
  };
  return (
    <form
      className="exchange-form"
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <p className="exchange-facts">
        {t('import.facts', {
          format: t(`format.${source.format}`),
          count: layer.recordCount,
          polygons: layer.polygonCount,
          vertices: layer.vertexCount,
        })}
        {source.issues.map((issue) => (
          <span key={`${issue.code}${issue.place.row}`} className="exchange-told">
            {localize(describeIssue(issue), i18n.language)}
          </span>
        ))}
      </p>
      <div className="exchange-columns">
        {source.layers.length > 1 ? (
          <Select
            size="xs"
            label={t('import.layer')}
            allowDeselect={false}
            data={source.layers.map(({ name, polygonCount }, index) => ({
              value: String(index),
              label: t('import.layerOption', { name, count: polygonCount }),
            }))}
            value={String(layerIndex)}
            onChange={(value) => chooseLayer(Number(value ?? 0))}
          />
        ) : null}
        <CrsChoice
          layer={layer}
          chosen={crs}
          onChoose={setCrs}
          landing={preview?.extent ?? null}
          city={manifest.extent}
        />
      </div>
      <MappingTable fields={layer.fields} mapping={mapping} onChange={setMapping} />
      <ImportPreview run={run} />
      {knownCount > 0 ? (
        <div className="exchange-known">
          <span>{t('import.known', { count: knownCount })}</span>
          <SegmentedControl
            size="xs"
            aria-label={t('import.policy')}
            data={POLICIES.map((value) => ({ value, label: t(`policy.${value}`) }))}
            value={policy}
            onChange={setPolicy}
          />
        </div>
      ) : null}
      {refused ? <Notice tone="danger" title={localize(describeIssue(refused), i18n.language)} /> : null}
      <div className="exchange-end">
        <Button size="xs" variant="subtle" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button size="xs" type="submit" loading={taking} disabled={!preview || preview.zoneCount === 0}>
          {preview ? t('import.do', { count: preview.zoneCount }) : t('import.doNone')}
        </Button>
      </div>
    </form>
  );
}
