import { useTranslation } from 'react-i18next';
import { RISK_LEVELS } from '../../core/city/hazard.ts';
import type { Exposure } from '../../core/risk/exposure.ts';
import type { ZonePick } from '../../core/risk/live-exposure.ts';
import { levelStyle } from '../../core/style/level-style.ts';
import { HatchSwatch } from '../../ui/HatchSwatch.tsx';
import { chooseRows } from './choose-rows.ts';
import type { LiveView } from './live-follower.ts';
import { type ExposureField, readFigure, tellDifference, tellFigure } from './tell-figure.ts';

const FIELDS = ['buildings', 'floorAreaSquareMeters', 'peopleNight'] as const;

interface LevelLine {
  key: string;
  pick: ZonePick;
  now: Exposure | null;
  before: Exposure | null;
}

/** By level and in all, each part once, after the change, with the difference to before. */
export function LiveLevels({ view }: { view: Extract<LiveView, { status: 'measured' }> }) {
  const { t } = useTranslation(['exposure', 'vocabulary']);
  const { now, before, question } = view;
  const levels = RISK_LEVELS.filter((level) => now.byLevel[level] ?? before?.byLevel[level]);
  const lines: LevelLine[] = [
    ...levels.map((level) => ({
      key: level,
      pick: { level },
      now: now.byLevel[level] ?? null,
      before: before?.byLevel[level] ?? null,
    })),
    { key: 'union', pick: { union: true }, now: now.union, before: before?.union ?? null },
  ];
  return (
    <table className="data-table live-levels">
      <thead>
        <tr>
          <th scope="col">{t('live.levels')}</th>
          {FIELDS.map((field) => (
            <th key={field} scope="col" className="number">
              {t(`live.figure.${field}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key} data-row={line.key} className={line.key === 'union' ? 'total' : undefined}>
            <th scope="row">
              {'level' in line.pick ? (
                <span className="exposure-name">
                  <HatchSwatch {...levelStyle(line.pick.level)} />
                  <span>{t(`vocabulary:level.${line.pick.level}`)}</span>
                </span>
              ) : (
                t('union')
              )}
            </th>
            {FIELDS.map((field) => (
              <LevelCell
                key={field}
                field={field}
                line={line}
                isChanged={before !== null}
                onSelect={() => void chooseRows(question, line.pick, null)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface LevelCellProps {
  field: ExposureField;
  line: LevelLine;
  isChanged: boolean;
  onSelect: () => void;
}

/** A level that is not there has nothing in it: zero, not unknown. */
function LevelCell({ field, line, isChanged, onSelect }: LevelCellProps) {
  const { t, i18n } = useTranslation('exposure');
  const value = line.now ? readFigure(line.now, field) : 0;
  const was = line.before ? readFigure(line.before, field) : 0;
  const difference =
    isChanged && value !== null && was !== null ? tellDifference(field, value - was, i18n.language) : null;
  const text = value === null ? t('allUnknown') : tellFigure(field, value, i18n.language);
  return (
    <td className="number" data-field={field}>
      {line.now && line.now.buildings > 0 ? (
        <button type="button" className="number-link" onClick={onSelect}>
          {text}
        </button>
      ) : (
        text
      )}
      {difference ? <b className="live-difference">{difference}</b> : null}
    </td>
  );
}
