import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exposure } from '../../core/risk/exposure.ts';
import { areaUnit } from '../../core/units/format.ts';
import { ExposureCell } from './ExposureCell.tsx';

export interface ExposureTableRow {
  key: string;
  mark: ReactNode;
  label: string;
  exposure: Exposure;
  total?: boolean;
  onSelect?: () => void;
}

/** Buildings, areas and people of each row; unknown values are counted, never taken for zero. */
export function ExposureTable({ heading, rows }: { heading: string; rows: readonly ExposureTableRow[] }) {
  const { t } = useTranslation('exposure');
  const largest = rows.map(({ exposure }) =>
    Math.max(exposure.footprintAreaSquareMeters, exposure.floorAreaSquareMeters),
  );
  const unit = areaUnit(Math.max(0, ...largest));
  return (
    <div className="exposure-scroll">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col" className="number">
              {t('buildings')}
            </th>
            <th scope="col" className="number">
              {t('footprintArea', { unit })}
            </th>
            <th scope="col" className="number">
              {t('floorArea', { unit })}
            </th>
            <th scope="col" className="number">
              {t('peopleDay')}
            </th>
            <th scope="col" className="number">
              {t('peopleNight')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, mark, label, exposure, total, onSelect }) => (
            <tr key={key} className={total ? 'total' : undefined} data-row={key}>
              <th scope="row">
                {onSelect ? (
                  <button type="button" className="exposure-name" onClick={onSelect} title={label}>
                    {mark}
                    <span>{label}</span>
                  </button>
                ) : (
                  <span className="exposure-name" title={label}>
                    {mark}
                    <span>{label}</span>
                  </span>
                )}
              </th>
              <ExposureCell exposure={exposure} field="buildings" areaUnit={unit} />
              <ExposureCell exposure={exposure} field="footprintAreaSquareMeters" areaUnit={unit} />
              <ExposureCell exposure={exposure} field="floorAreaSquareMeters" areaUnit={unit} />
              <ExposureCell exposure={exposure} field="peopleDay" areaUnit={unit} />
              <ExposureCell exposure={exposure} field="peopleNight" areaUnit={unit} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
