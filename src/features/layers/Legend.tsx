import { IconAlertTriangleFilled, IconHomeShield } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { levelStyle } from '../../core/style/level-style.ts';
import { selectCity } from '../../state/select-city.ts';
import { selectLevels } from '../../state/select-levels.ts';
import { selectShelterFindings } from '../../state/select-shelter-findings.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { HatchChip } from '../../ui/HatchChip.tsx';

/** What the colours, hatches and marks on the map mean; only what is shown. */
export function Legend() {
  const { t } = useTranslation(['layers', 'vocabulary']);
  const city = useWorkspace(selectCity);
  const zonesShown = useWorkspace((state) => state.layers.zones?.visible ?? false);
  const sheltersShown = useWorkspace((state) => state.layers.shelters?.visible ?? false);
  const levels = useMemo(() => (city ? selectLevels(city.zones) : []), [city]);
  const flagged = useMemo(
    () => (city ? selectShelterFindings(city).some((finding) => finding.flagged) : false),
    [city],
  );
  const withZones = zonesShown && levels.length > 0;
  const withShelters = sheltersShown && (city?.shelters.length ?? 0) > 0;
  if (!withZones && !withShelters) return null;
  return (
    <section className="legend" aria-label={t('legend')}>
      {withZones ? (
        <>
          <h2>{t('legend')}</h2>
          <ul>
            {levels.map((level) => {
              const { fill, hatch } = levelStyle(level);
              return (
                <li key={level}>
                  <HatchChip fill={fill} hatch={hatch} label={t(`vocabulary:level.${level}`)} />
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
      {withShelters ? (
        <ul className="legend-marks">
          <li className="wide">
            <IconHomeShield size={16} aria-hidden className="mark-shelter" />
            {t('legendShelter')}
          </li>
          {flagged ? (
            <li className="wide">
              <IconAlertTriangleFilled size={16} aria-hidden className="mark-flagged" />
              {t('legendFlagged')}
            </li>
          ) : null}
        </ul>
      ) : null}
    </section>
  );
}
