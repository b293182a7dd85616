import { useTranslation } from 'react-i18next';
import { formatCount } from '../../core/units/format.ts';
import type { BuildingColours } from '../../state/workspace.ts';
import { describeClass } from './describe-class.ts';

/** What the colours of the buildings mean, and how many have each. */
export function ColourLegend({ colours }: { colours: BuildingColours }) {
  const { t, i18n } = useTranslation(['colours', 'vocabulary']);
  return (
    <ul className="colour-legend">
      {colours.classes.map(({ meaning, color, count }) => {
        const label = describeClass(meaning, colours.style, t, i18n.language);
        return (
          <li key={label} data-class={meaning.kind}>
            <span className="colour-swatch" style={color ? { background: color } : undefined} data-plain={!color} />
            <span className="colour-label" title={label}>
              {label}
            </span>
            <span className="colour-count">{formatCount(count, i18n.language)}</span>
          </li>
        );
      })}
    </ul>
  );
}
