import { IconFlask } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CityManifest } from '../core/city/city-manifest.ts';
import { useWorkspace } from '../state/workspace-store.ts';

/** What every picture of a city must say: synthetic data, date of the data, map review. */
export function CityMarks({ manifest }: { manifest: CityManifest }) {
  const { t } = useTranslation(['app', 'vocabulary']);
  const deploymentReview = useWorkspace((state) => state.mapReviewNumber);
  const review = manifest.mapReviewNumber ?? deploymentReview;
  return (
    <>
      {manifest.synthetic ? (
        <span className="chip" data-tone="warning">
          <IconFlask size={13} aria-hidden />
          {t('vocabulary:synthetic')}
        </span>
      ) : null}
      <span>{manifest.surveyDate ? t('bar.dataDate', { date: manifest.surveyDate }) : t('bar.dataDateUnknown')}</span>
      <span>{review ? t('bar.mapReview', { number: review }) : t('vocabulary:unreviewed')}</span>
    </>
  );
}
