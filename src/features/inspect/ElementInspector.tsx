import { Loader } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Extent } from '../../core/city/city-manifest.ts';
import type { ElementRow } from '../../core/city/element-row.ts';
import { describeIssue } from '../../core/city/issue-texts.ts';
import { localize } from '../../core/city/localize.ts';
import type { OpenCity, Selection } from '../../state/workspace.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PropertyList } from '../../ui/PropertyList.tsx';
import { Section } from '../../ui/Section.tsx';
import { useWorkerAnswer } from '../use-worker-answer.ts';
import { describeElement } from './describe-element.ts';
import { HazardsOfRow } from './HazardsOfRow.tsx';
import { InspectorHead } from './InspectorHead.tsx';
import { NearShelters } from './NearShelters.tsx';
import { ProvenanceSection } from './ProvenanceSection.tsx';
import { SourceAttributes } from './SourceAttributes.tsx';

interface ElementInspectorProps {
  city: OpenCity;
  selection: Extract<Selection, { kind: 'element' }>;
}

/** What is known of a building or infrastructure element, from where, and what hazards touch it. */
export function ElementInspector({ city, selection }: ElementInspectorProps) {
  const { t, i18n } = useTranslation('inspect');
  const file = city.manifest.tables[selection.table]?.file;
  const tableUrl = file ? `${city.baseUrl}${file}` : null;
  const answer = useWorkerAnswer(
    'readRows',
    tableUrl ? { tableUrl, projectCrs: city.manifest.projectCrs, rows: [selection.row] } : null,
  );
  if (answer.status === 'failed') {
    return (
      <div className="panel-section">
        <Notice tone="danger" title={t('failed')}>
          {localize(describeIssue(answer.issue), i18n.language)}
        </Notice>
      </div>
    );
  }
  const row = answer.status === 'ready' ? answer.value[0] : undefined;
  if (!row || !tableUrl) {
    return (
      <p className="inspector-loading" role="status">
        <Loader size={16} /> {t('loading')}
      </p>
    );
  }
  return <ElementDetails city={city} row={row} tableUrl={tableUrl} isBuilding={selection.table === 'buildings'} />;
}

interface ElementDetailsProps {
  city: OpenCity;
  row: ElementRow;
  tableUrl: string;
  isBuilding: boolean;
}

function ElementDetails({ city, row, tableUrl, isBuilding }: ElementDetailsProps) {
  const { t, i18n } = useTranslation(['inspect', 'vocabulary']);
  const dataset = city.manifest.datasets.find((entry) => entry.id === row.dataset);
  const properties = describeElement(row, city.manifest.rules, { t, locale: i18n.language, isBuilding });
  const unknown = properties.filter((property) => property.value === null).length;
  const extent: Extent = [row.xmin, row.ymin, row.xmax, row.ymax];
  return (
    <div data-inspected="element">
      <InspectorHead
        name={row.name ?? row.id}
        sub={dataset ? localize(dataset.title, i18n.language) : row.dataset}
        icon={<IconBuilding size={20} aria-hidden className="inspector-icon" />}
        extent={extent}
      />
      <Section title={t('attributes')} aside={unknown > 0 ? t('unknownCount', { count: unknown }) : null}>
        <PropertyList properties={properties} unknownText={t('vocabulary:unknown')} />
      </Section>
      <HazardsOfRow city={city} tableUrl={tableUrl} row={row.row} />
      <NearShelters city={city} lon={row.lon} lat={row.lat} />
      <SourceAttributes source={row.source} />
      <ProvenanceSection dataset={dataset} city={city} row={row.row} />
    </div>
  );
}
