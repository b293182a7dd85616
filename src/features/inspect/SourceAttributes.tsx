import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PropertyList } from '../../ui/PropertyList.tsx';
import { Section } from '../../ui/Section.tsx';
import { listSourceAttributes } from './list-source-attributes.ts';

/** The attributes as the source has them; `source` is a JSON object, as text or already read. */
export function SourceAttributes({ source }: { source: string | Record<string, unknown> }) {
  const { t } = useTranslation(['inspect', 'vocabulary']);
  const properties = useMemo(() => listSourceAttributes(source), [source]);
  return (
    <Section title={t('source')} aside={properties.length}>
      {properties.length === 0 ? <p className="panel-note">{t('sourceEmpty')}</p> : null}
      <div className="source-attributes">
        <PropertyList properties={properties} unknownText={t('vocabulary:unknown')} />
      </div>
    </Section>
  );
}
