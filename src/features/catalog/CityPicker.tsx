import { Loader, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { localize } from '../../core/city/localize.ts';
import { selectCity } from '../../state/select-city.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import './catalog.css';

/** Which city is open; choosing another one asks for it. */
export function CityPicker({ onChoose }: { onChoose: (cityId: string) => void }) {
  const { t, i18n } = useTranslation('catalog');
  const catalog = useWorkspace((state) => state.catalog);
  const opening = useWorkspace((state) => state.opening);
  const openId = useWorkspace((state) => selectCity(state)?.manifest.id ?? null);
  if (catalog.status !== 'ready') return null;
  const busy = opening.status === 'running';
  return (
    <Select
      aria-label={t('picker')}
      className="city-picker"
      size="xs"
      data={catalog.value.cities.map((city) => ({ value: city.id, label: localize(city.name, i18n.language) }))}
      value={busy ? opening.cityId : openId}
      allowDeselect={false}
      checkIconPosition="right"
      comboboxProps={{ withinPortal: true }}
      rightSection={busy ? <Loader size={14} /> : undefined}
      onChange={(cityId) => {
        if (cityId && cityId !== openId) onChoose(cityId);
      }}
    />
  );
}
