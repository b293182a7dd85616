import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { QUALITY_CHOICES } from '../../core/style/quality.ts';
import { happened } from '../../state/happened.ts';
import { useWorkspace } from '../../state/workspace-store.ts';

/** Quality of the picture: a level, or as the frames allow; says which level is drawn. */
export function QualityChooser() {
  const { t } = useTranslation('sun');
  const { choice, drawn } = useWorkspace((state) => state.quality);
  return (
    <div className="sun-quality">
      <span>{t('quality.label')}</span>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('quality.label')}
        data={QUALITY_CHOICES.map((value) => ({ value, label: t(`quality.choice.${value}`) }))}
        value={choice}
        onChange={happened.qualityChosen}
      />
      <p className="panel-note" role="status">
        {drawn ? t(`quality.drawn.${drawn}`) : null} {choice === 'auto' ? t('quality.measured') : null}
      </p>
    </div>
  );
}
