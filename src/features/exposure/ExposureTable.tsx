import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exposure } from '../../core/risk/exposure.ts';
import type { BuildingFilter } from '../../core/risk/live-exposure.ts';
import { areaUnit } from '../../core/units/format.ts';
import { ExposureCell } from './ExposureCell.tsx';
import type { ExposureField } from './tell-figure.ts';

export interface ExposureTableRow {
  key: string;
  mark: ReactNode;
  label: string;
  exposure: Exposure;
  total?: boolean;
  onSelect?: () => void;
  /** Chooses the buildings behind a number of the row. */
  onChoose?: ((where: BuildingFilter | null) => void) | undefined;
}

const FIELDS = [
  'buildings',
  'footprintAreaSquareMeters',
  'floorAreaSquareMeters',
  'peopleDay',
  'peopleNight',
  'facilities',
  'pipesMeters',
] as const satisfies readonly ExposureField[];
const HEADS = {
  buildings: 'buildings',
  footprintAreaSquareMeters: 'footprintArea',
  floorAreaSquareMeters: 'floorArea',
  peopleDay: 'peopleDay',
  peopleNight: 'peopleNight',
  facilities: 'facilities',
  pipesMeters: 'pipes',
} as const;

interface ExposureTableProps {
  heading: string;
  rows: readonly ExposureTableRow[];
  /** Fields of layers that the city does not have: no number of them, not zero. */
  absent: readonly ExposureField[];
}

/** Buildings, areas, people, facilities and pipes of each row; unknown values are counted, never taken for zero. */
export function ExposureTable({ heading, rows, absent }: ExposureTableProps) {
  const { t } = useTranslation('exposure');
  const largest = rows.map(({ exposure }) =>
    Math.max(exposure.footprintAreaSquareMeters, exposure.floorAreaSquareMeters),
  );
  const fields = FIELDS.filter((field) => !absent.includes(field));
  const unit = areaUnit(Math.max(0, ...largest));
  return (
    <div className="exposure-scroll">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {fields.map((field) => (
              <th key={field} scope="col" className="number" data-field={field}>
                {t(HEADS[field], { unit })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, mark, label, exposure, total, onSelect, onChoose }) => (
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
              {fields.map((field) => (
                <ExposureCell key={field} exposure={exposure} field={field} areaUnit={unit} onSelect={onChoose} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
