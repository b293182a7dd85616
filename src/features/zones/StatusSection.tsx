import { Button, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconChecks, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listZoneDifferences } from '../../core/zones/list-zone-differences.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { changeStatus, listZoneVersions, type ZoneStatus } from './zone-versions.ts';

const NEXT = { draft: 'reviewed', reviewed: 'approved', approved: null } as const;

/** Review of a zone: draft, reviewed, approved; whoever reviews or approves gives a name. */
export function StatusSection({ zone, following }: { zone: Zone; following: boolean }) {
  const { t } = useTranslation(['zones', 'vocabulary']);
  const [asked, setAsked] = useState<ZoneStatus | null>(null);
  const { status = 'draft', reviewer } = zone.properties;
  const next = NEXT[status];
  const move = (to: ZoneStatus, name: string): void => {
    changeStatus(zone, to, name, t(`status.kept.${to}`, { name }));
    setAsked(null);
  };
  return (
    <Section title={t('section.review')}>
      <div className="zone-fields">
        <p className="zone-status">
          <span className="chip" data-tone={status === 'approved' ? 'good' : undefined}>
            {t(`vocabulary:status.${status}`)}
          </span>
          {status === 'draft' ? null : <span>{t('status.by', { name: reviewer ?? t('vocabulary:unknown') })}</span>}
        </p>
        {status === 'approved' ? <p className="panel-note">{t('status.locked')}</p> : null}
        <ChangedSinceReview zone={zone} />
        {following || asked ? null : (
          <div className="zone-buttons">
            {next ? (
              <Button
                size="xs"
                variant="light"
                leftSection={next === 'reviewed' ? <IconChecks size={14} /> : <IconRosetteDiscountCheck size={14} />}
                onClick={() => setAsked(next)}
              >
                {t(`status.to.${next}`)}
              </Button>
            ) : null}
            {status === 'draft' ? null : (
              <Button
                size="xs"
                variant="default"
                leftSection={<IconArrowBackUp size={14} />}
                onClick={() => setAsked('draft')}
              >
                {t('status.to.draft')}
              </Button>
            )}
          </div>
        )}
        {asked === 'draft' ? <BackToDraft onConfirm={() => move('draft', '')} onCancel={() => setAsked(null)} /> : null}
        {asked && asked !== 'draft' ? (
          <ReviewerForm to={asked} onConfirm={(name) => move(asked, name)} onCancel={() => setAsked(null)} />
        ) : null}
      </div>
    </Section>
  );
}

/** A reviewed zone can still be edited; the review does not cover what changed since. */
function ChangedSinceReview({ zone }: { zone: Zone }) {
  const { t } = useTranslation('zones');
  const versions = useWorkspace((state) => state.document.versions);
  if (zone.properties.status !== 'reviewed') return null;
  const reviewed = listZoneVersions(versions, zone.properties.id).find(
    (version) => version.zone.properties.status === 'reviewed',
  );
  const changed = reviewed ? listZoneDifferences(reviewed.zone, zone) : [];
  if (changed.length === 0) return null;
  return (
    <Notice tone="warning" title={t('status.changedSince')}>
      {changed.map((field) => t(`field.${field}`)).join(t('listSeparator'))}
    </Notice>
  );
}

interface ConfirmProps {
  onCancel: () => void;
}

function BackToDraft({ onConfirm, onCancel }: ConfirmProps & { onConfirm: () => void }) {
  const { t } = useTranslation('zones');
  return (
    <Notice tone="warning" title={t('status.backAsk')}>
      <span className="zone-buttons">
        <Button size="compact-xs" onClick={onConfirm}>
          {t('status.backDo')}
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </span>
    </Notice>
  );
}

function ReviewerForm({
  to,
  onConfirm,
  onCancel,
}: ConfirmProps & { to: 'reviewed' | 'approved'; onConfirm: (name: string) => void }) {
  const { t } = useTranslation('zones');
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '') onConfirm(name.trim());
  };
  return (
    <form className="zone-reviewer" onSubmit={submit}>
      <TextInput
        size="xs"
        autoFocus
        maxLength={80}
        label={t(`status.name.${to}`)}
        value={name}
        error={tried && name.trim() === '' ? t('fault.reviewer') : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <span className="zone-buttons">
        <Button size="xs" type="submit">
          {t(`status.do.${to}`)}
        </Button>
        <Button size="xs" variant="subtle" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </span>
    </form>
  );
}
