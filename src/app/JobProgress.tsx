import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../state/workspace-store.ts';

/** What is being computed now and how far it is; nothing while nothing is. */
export function JobProgress() {
  const { t, i18n } = useTranslation('app');
  const job = useWorkspace(({ exposure, buildingColours }) =>
    exposure.status === 'running' ? 'exposure' : buildingColours.status === 'running' ? 'colours' : null,
  );
  const fraction = useWorkspace(({ exposure }) => (exposure.status === 'running' ? exposure.fraction : null));
  if (!job) return null;
  const words = t(`bar.job.${job}`);
  if (fraction === null) return <span className="status-job">{words}</span>;
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(fraction);
  return (
    <span className="status-job">
      {words} <progress aria-label={words} max={1} value={fraction} /> {percent}
    </span>
  );
}
