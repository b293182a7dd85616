import { Slider, Switch } from '@mantine/core';
import {
  IconAdjustmentsHorizontal,
  IconBuilding,
  IconBuildingBridge2,
  IconFocusCentered,
  IconHomeShield,
  IconMap2,
  IconPolygon,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localize } from '../../core/city/localize.ts';
import { happened } from '../../state/happened.ts';
import type { LayerEntry } from '../../state/select-layers.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { IconButton } from '../../ui/IconButton.tsx';

const ICONS: Partial<Record<LayerEntry['kind'], typeof IconBuilding>> = {
  buildings: IconBuilding,
  infrastructure: IconBuildingBridge2,
  zones: IconPolygon,
  shelters: IconHomeShield,
  groundMap: IconMap2,
};

/** One layer of the rail. */
export function LayerLine({ layer }: { layer: LayerEntry }) {
  const { t, i18n } = useTranslation(['layers', 'vocabulary']);
  const state = useWorkspace((workspace) => workspace.layers[layer.id]);
  const [open, setOpen] = useState(false);
  if (!state) return null;
  const name = layer.title ? localize(layer.title, i18n.language) : t(`vocabulary:kind.${layer.kind}`);
  const Icon = ICONS[layer.kind] ?? IconBuilding;
  return (
    <li className="layer-line" data-layer={layer.id} data-off={!state.visible}>
      <div className="layer-head">
        <Switch
          size="xs"
          checked={state.visible}
          aria-label={t('show', { layer: name })}
          onChange={(event) => happened.layerToggled(layer.id, event.currentTarget.checked)}
        />
        <Icon size={16} aria-hidden className="layer-icon" />
        <span className="layer-words" title={name}>
          <span className="layer-name">{name}</span>
          <span className="layer-count">{t('count', { count: layer.count })}</span>
        </span>
        <IconButton
          size={26}
          label={t('options', { layer: name })}
          icon={<IconAdjustmentsHorizontal size={15} />}
          pressed={open}
          onClick={() => setOpen(!open)}
        />
        <IconButton
          size={26}
          label={t('flyTo', { layer: name })}
          icon={<IconFocusCentered size={15} />}
          onClick={() => happened.flightAsked({ extent: layer.extent })}
        />
      </div>
      {layer.absentContents.length > 0 ? (
        <p className="layer-absent">{t('absent', { count: layer.absentContents.length })}</p>
      ) : null}
      {open ? (
        <div className="layer-opacity">
          <span>{t('opacityLabel')}</span>
          <Slider
            size="xs"
            min={0.05}
            max={1}
            step={0.05}
            value={state.opacity}
            label={(value) => `${Math.round(value * 100)}%`}
            thumbLabel={t('opacity', { layer: name })}
            onChange={(opacity) => happened.layerFaded(layer.id, opacity)}
          />
        </div>
      ) : null}
    </li>
  );
}
