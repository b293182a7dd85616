import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Extent } from '../../core/city/city-manifest.ts';
import { findCrs } from '../../core/crs/crs-registry.ts';
import { measureExtentGap } from '../../core/geometry/measure-extent-gap.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { ZoneSource } from '../../workers/protocol.ts';
import { type ChosenCrs, presetCrs } from './preset-crs.ts';

const OTHER = 'other';
const keyOf = ({ code, isSwapped }: ChosenCrs) => (isSwapped ? `${code} yx` : code);

interface CrsChoiceProps {
  layer: ZoneSource['layers'][number];
  chosen: ChosenCrs | null;
  onChoose: (crs: ChosenCrs | null) => void;
  /** Where the data lie with the system chosen: west, south, east, north. */
  landing: Extent | null;
  city: Extent;
}

/** The coordinate system of a layer: as stated, or asked for with where each would put the data. */
export function CrsChoice({ layer, chosen, onChoose, landing, city }: CrsChoiceProps) {
  const { t } = useTranslation('exchange');
  const [typing, setTyping] = useState(false);
  const { candidates, declaredCrs, impliedCrs } = layer;
  const stated = presetCrs(layer);
  const distanceOf = (kilometers: number) =>
    kilometers < 0.05 ? t('crs.onCity') : t('crs.away', { distance: kilometers });
  const options = candidates.map((ranked) => ({
    value: keyOf(ranked),
    label: `${ranked.code} ${ranked.name}${ranked.isSwapped ? ` ${t('crs.swapped')}` : ''} · ${distanceOf(ranked.distanceKilometers)}`,
  }));
  const add = (crs: ChosenCrs | null): void => {
    if (!crs || options.some(({ value }) => value === keyOf(crs))) return;
    options.unshift({ value: keyOf(crs), label: `${crs.code} ${findCrs(crs.code)?.name ?? ''}` });
  };
  add(chosen);
  add(stated);
  const basis = stated
    ? t(declaredCrs ? 'crs.declared' : 'crs.implied')
    : declaredCrs
      ? t('crs.unknown', { name: declaredCrs })
      : t(impliedCrs ? 'crs.implied' : 'crs.missing');
  return (
    <div className="exchange-crs">
      <Select
        size="xs"
        label={t('crs.label')}
        description={basis}
        placeholder={t('crs.choose')}
        error={chosen || typing ? null : t('crs.needed')}
        allowDeselect={false}
        data={[...options, { value: OTHER, label: t('crs.other') }]}
        value={typing ? OTHER : chosen ? keyOf(chosen) : null}
        onChange={(value) => {
          setTyping(value === OTHER);
          if (value === OTHER) onChoose(null);
          else if (value) onChoose({ code: value.replace(/ yx$/, ''), isSwapped: value.endsWith(' yx') });
        }}
      />
      {typing ? <TypedCrs onChoose={onChoose} /> : null}
      {landing ? <Landing kilometers={measureExtentGap(landing, city)} /> : null}
    </div>
  );
}

function TypedCrs({ onChoose }: { onChoose: (crs: ChosenCrs | null) => void }) {
  const { t } = useTranslation('exchange');
  const [text, setText] = useState('');
  const isKnown = findCrs(text.trim()) !== null;
  return (
    <TextInput
      size="xs"
      autoFocus
      aria-label={t('crs.typed')}
      placeholder="EPSG:4547"
      value={text}
      error={text.trim().length < 4 || isKnown ? null : t('crs.typedUnknown')}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        const entry = findCrs(typed.trim());
        onChoose(entry && !entry.geocentric ? { code: entry.code, isSwapped: false } : null);
      }}
    />
  );
}

/** Where the data come to lie; away from the city is a warning, since something is then usually wrong. */
function Landing({ kilometers }: { kilometers: number }) {
  const { t } = useTranslation('exchange');
  if (kilometers < 0.05) return <p className="exchange-landing">{t('landing.onCity')}</p>;
  return <Notice tone="warning" title={t('landing.away', { distance: kilometers })} />;
}
