import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalizedText } from '../../core/city/city-manifest.ts';
import { localize } from '../../core/city/localize.ts';
import { CHECKED } from '../../core/city/standing.ts';
import { levelStyle } from '../../core/style/level-style.ts';
import type { StrategyChoice } from '../../core/zones/list-strategy-choices.ts';
import { HatchSwatch } from '../../ui/HatchSwatch.tsx';
import { IconButton } from '../../ui/IconButton.tsx';

interface StrategyCardProps {
  choice: StrategyChoice;
  action: ReactNode;
  /** Takes one requirement. */
  onAddLine?: (line: LocalizedText) => void;
}

/** An entry of the strategy library: strategy, requirements, where it comes from and whether that was checked. */
export function StrategyCard({ choice: { entry, origin }, action, onAddLine }: StrategyCardProps) {
  const { t, i18n } = useTranslation(['zones', 'vocabulary']);
  const { fill, hatch } = levelStyle(entry.level);
  return (
    <article className="strategy-card" data-strategy={entry.id}>
      <header>
        <HatchSwatch fill={fill} hatch={hatch} />
        <span className="name">
          {t(`vocabulary:hazard.${entry.hazard}`)} · {t(`vocabulary:level.${entry.level}`)}
        </span>
        {origin === 'library' ? null : <span className="chip">{t(`library.${origin}`)}</span>}
        <span className="chip" data-tone={entry.standing === CHECKED ? 'good' : 'warning'}>
          {t(entry.standing === CHECKED ? 'vocabulary:standing.checked' : 'vocabulary:standing.toCheck')}
        </span>
      </header>
      <p>{localize(entry.strategy, i18n.language)}</p>
      <ul>
        {entry.requirements.map((line) => (
          <li key={`${line.zh}|${line.en}`}>
            <span>{localize(line, i18n.language)}</span>
            {onAddLine ? (
              <IconButton
                label={t('library.takeLine')}
                icon={<IconPlus size={14} />}
                size={22}
                onClick={() => onAddLine(line)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <footer>
        <span className="panel-note">
          {entry.source ? t('library.source', { source: entry.source }) : t('library.noSource')}
        </span>
        {action}
      </footer>
    </article>
  );
}
