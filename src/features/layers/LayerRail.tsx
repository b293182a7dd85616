import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { selectCity } from '../../state/select-city.ts';
import { selectLayers } from '../../state/select-layers.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { LayerLine } from './LayerLine.tsx';
import './layers.css';

/** Every layer of the open city: visibility, opacity, fly there. */
export function LayerRail() {
  const { t } = useTranslation('layers');
  const city = useWorkspace(selectCity);
  const layers = useMemo(() => (city ? selectLayers(city) : []), [city]);
  return (
    <section aria-label={t('title')} className="layer-rail">
      <h2 className="layer-rail-title">{t('title')}</h2>
      {city && layers.length === 0 ? <p className="panel-note">{t('none')}</p> : null}
      <ul className="layer-list">
        {layers.map((layer) => (
          <LayerLine key={layer.id} layer={layer} />
        ))}
      </ul>
    </section>
  );
}
