import { Button, Progress } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { describeIssue } from '../../core/city/issue-texts.ts';
import { localize } from '../../core/city/localize.ts';
import { selectCity } from '../../state/select-city.ts';
import type { OpenCity } from '../../state/workspace.ts';
import { useWorkspace, workspaceStore } from '../../state/workspace-store.ts';
import { EmptyPanel } from '../../ui/EmptyPanel.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ExposureTables } from './ExposureTables.tsx';
import './exposure.css';
import { LiveExposureCard } from './LiveExposureCard.tsx';
import { cancelExposure, canMeasureExposure, measureCityExposure } from './measure-city-exposure.ts';

/** What lies in the risk zones, counted from the city table. */
export function ExposurePanel() {
  const { t } = useTranslation('exposure');
  const city = useWorkspace(selectCity);
  const exposure = useWorkspace((state) => state.exposure);
  const baseUrl = city?.baseUrl;
  useEffect(() => {
    const state = workspaceStore.getState();
    const open = selectCity(state);
    if (open?.baseUrl === baseUrl && open && state.exposure.status === 'idle') void measureCityExposure(open);
  }, [baseUrl]);
  if (!city || !canMeasureExposure(city)) {
    return (
      <div className="exposure exposure-empty">
        <LiveExposureCard isWide />
        <EmptyPanel icon={<IconChartBar size={28} aria-hidden />} title={t('empty.title')}>
          {t('empty.body')}
        </EmptyPanel>
      </div>
    );
  }
  return (
    <div className="exposure">
      <LiveExposureCard isWide />
      <RunState city={city} />
      {'value' in exposure && exposure.value ? (
        <ExposureTables result={exposure.value} city={city} stale={exposure.status !== 'ready'} />
      ) : null}
    </div>
  );
}

/** What the measurement is doing, and the button that starts, stops or repeats it. */
function RunState({ city }: { city: OpenCity }) {
  const { t, i18n } = useTranslation('exposure');
  const exposure = useWorkspace((state) => state.exposure);
  const measure = (label: string) => (
    <Button size="compact-xs" variant="light" onClick={() => void measureCityExposure(city)}>
      {label}
    </Button>
  );
  if (exposure.status === 'running') {
    return (
      <div className="exposure-running" role="status">
        <span>{t(exposure.value ? 'runningAgain' : 'running')}</span>
        <Progress
          value={exposure.fraction === null ? 100 : exposure.fraction * 100}
          animated={exposure.fraction === null}
          size="sm"
          aria-label={t('running')}
        />
        <Button size="compact-xs" variant="subtle" onClick={cancelExposure}>
          {t('cancel')}
        </Button>
      </div>
    );
  }
  if (exposure.status === 'failed') {
    return (
      <div className="panel-section">
        <Notice tone="danger" title={t('failed')} action={measure(t('again'))}>
          {localize(describeIssue(exposure.issue), i18n.language)}
        </Notice>
      </div>
    );
  }
  if (exposure.status === 'stale') {
    return (
      <div className="panel-section">
        <Notice tone="warning" title={t('stale')} action={measure(t('again'))} />
      </div>
    );
  }
  if (exposure.status === 'idle') {
    return (
      <div className="panel-section">
        <Notice tone="quiet" title={t('idle')} action={measure(t('measure'))} />
      </div>
    );
  }
  return null;
}
