import { Button, Group, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { describeIssue } from '../../core/city/issue-texts.ts';
import { localize } from '../../core/city/localize.ts';
import { happened } from '../../state/happened.ts';
import { selectCity } from '../../state/select-city.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Notice } from '../../ui/Notice.tsx';
import './catalog.css';

interface CatalogStatusProps {
  onRetryCatalog: () => void;
  onRetryCity: (cityId: string) => void;
}

/** What the scene shows while there is no city, and what went wrong with catalog or city. */
export function CatalogStatus({ onRetryCatalog, onRetryCity }: CatalogStatusProps) {
  const { t, i18n } = useTranslation('catalog');
  const catalog = useWorkspace((state) => state.catalog);
  const opening = useWorkspace((state) => state.opening);
  const open = useWorkspace(selectCity);
  const nameOf = (cityId: string): string => {
    const entry = catalog.status === 'ready' ? catalog.value.cities.find((city) => city.id === cityId) : undefined;
    return entry ? localize(entry.name, i18n.language) : cityId;
  };

  if (catalog.status === 'failed') {
    return (
      <div className="catalog-status">
        <Notice tone="danger" title={t('catalogFailed')} action={<RetryButton onClick={onRetryCatalog} />}>
          {localize(describeIssue(catalog.issue), i18n.language)}
        </Notice>
      </div>
    );
  }
  if (opening.status === 'failed') {
    return (
      <div className="catalog-status">
        <Notice
          tone="danger"
          title={t('cityFailed', { city: nameOf(opening.cityId) })}
          action={
            <Group gap={4} wrap="nowrap">
              <RetryButton onClick={() => onRetryCity(opening.cityId)} />
              <Button size="compact-xs" variant="subtle" onClick={() => happened.cityFailureDismissed()}>
                {t('dismiss')}
              </Button>
            </Group>
          }
        >
          {localize(describeIssue(opening.issue), i18n.language)} {open ? t('kept') : null}
        </Notice>
      </div>
    );
  }
  if (catalog.status === 'ready' && catalog.value.cities.length === 0) {
    return (
      <div className="catalog-status">
        <Notice tone="quiet" title={t('empty.title')}>
          {t('empty.body')}
        </Notice>
      </div>
    );
  }
  if (catalog.status === 'running' || opening.status === 'running') {
    return (
      <div className="catalog-status busy" role="status">
        <Loader size={16} />
        {opening.status === 'running' ? t('opening', { city: nameOf(opening.cityId) }) : t('loadingCatalog')}
      </div>
    );
  }
  return null;
}

function RetryButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('catalog');
  return (
    <Button size="compact-xs" variant="light" onClick={onClick}>
      {t('retry')}
    </Button>
  );
}
