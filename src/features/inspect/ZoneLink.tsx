import { useTranslation } from 'react-i18next';
import { levelStyle } from '../../core/style/level-style.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { happened } from '../../state/happened.ts';
import { HatchSwatch } from '../../ui/HatchSwatch.tsx';

/** A zone by level, hazard and name; a click selects it. */
export function ZoneLink({ zone }: { zone: Zone }) {
  const { t } = useTranslation(['inspect', 'vocabulary']);
  const { id, name, hazard, level } = zone.properties;
  const { fill, hatch } = levelStyle(level);
  return (
    <button type="button" className="link-row" onClick={() => happened.featurePicked({ kind: 'zone', id })}>
      <HatchSwatch fill={fill} hatch={hatch} />
      <span className="list-words">
        <span className="name">{name ?? t('unnamed')}</span>
        <span className="sub">
          {t(`vocabulary:level.${level ?? 'unrated'}`)} · {t(`vocabulary:hazard.${hazard}`)}
        </span>
      </span>
    </button>
  );
}
