import { useTranslation } from 'react-i18next';
import type { DatasetEntry } from '../../core/city/city-manifest.ts';
import { localize } from '../../core/city/localize.ts';
import type { OpenCity } from '../../state/workspace.ts';
import { type Property, PropertyList } from '../../ui/PropertyList.tsx';
import { Section } from '../../ui/Section.tsx';

interface ProvenanceSectionProps {
  dataset: DatasetEntry | undefined;
  city: OpenCity;
  /** Row of the city table, when what is shown has one. */
  row?: number;
}

/** Where it comes from: dataset, files, licence, date, frames. */
export function ProvenanceSection({ dataset, city, row }: ProvenanceSectionProps) {
  const { t, i18n } = useTranslation(['inspect', 'vocabulary']);
  const { manifest } = city;
  const datum = dataset?.heightDatum ?? manifest.heightDatum;
  const datumText =
    typeof datum === 'object'
      ? t('datum.offset', { meters: datum.offsetMeters })
      : datum === 'ellipsoidal' || datum === 'EGM96' || datum === 'unknown'
        ? t(`datum.${datum}`)
        : datum;
  const properties: Property[] = [
    { key: 'dataset', label: t('dataset'), value: dataset ? localize(dataset.title, i18n.language) : null },
    { key: 'files', label: t('files'), value: dataset?.sources.join('\n') || null },
    { key: 'licence', label: t('licence'), value: dataset?.licence ?? manifest.licence ?? null },
    { key: 'attribution', label: t('attribution'), value: dataset?.attribution ?? manifest.attribution ?? null },
    { key: 'surveyDate', label: t('surveyDate'), value: manifest.surveyDate ?? null },
    { key: 'crs', label: t('crs'), value: dataset?.crs ?? manifest.projectCrs },
    { key: 'heightDatum', label: t('heightDatum'), value: datumText },
    ...(dataset?.heightConversion
      ? [{ key: 'conversion', label: t('heightConversion'), value: dataset.heightConversion }]
      : []),
    ...(row === undefined ? [] : [{ key: 'row', label: t('row'), value: String(row) }]),
  ];
  return (
    <Section title={t('provenance')}>
      <PropertyList properties={properties} unknownText={t('vocabulary:unknown')} />
    </Section>
  );
}
