import { IconPointer } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { selectCity } from '../../state/select-city.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { EmptyPanel } from '../../ui/EmptyPanel.tsx';
import { ElementInspector } from './ElementInspector.tsx';
import './inspect.css';
import { ShelterInspector } from './ShelterInspector.tsx';
import { ZoneInspector } from './ZoneInspector.tsx';

/** What is known of the selected element, zone or shelter. */
export function InspectPanel() {
  const { t } = useTranslation('inspect');
  const selection = useWorkspace((state) => state.selection);
  const city = useWorkspace(selectCity);
  if (city && selection?.kind === 'element') {
    return <ElementInspector key={`${selection.table}/${selection.row}`} city={city} selection={selection} />;
  }
  const zone = selection?.kind === 'zone' ? city?.zones.find((one) => one.properties.id === selection.id) : undefined;
  if (city && zone) return <ZoneInspector city={city} zone={zone} />;
  const shelter =
    selection?.kind === 'shelter' ? city?.shelters.find((one) => one.properties.id === selection.id) : undefined;
  if (city && shelter) return <ShelterInspector city={city} shelter={shelter} />;
  return (
    <EmptyPanel icon={<IconPointer size={28} aria-hidden />} title={t('empty.title')}>
      {t('empty.body')}
    </EmptyPanel>
  );
}
