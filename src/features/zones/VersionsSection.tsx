import { Button, Select, TextInput } from '@mantine/core';
import { IconBookmarkPlus, IconRestore, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoneVersion } from '../../core/workspace/workspace-document.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { ImpactComparison } from './ImpactComparison.tsx';
import { deleteVersion, keepVersion, listZoneVersions, restoreVersion } from './zone-versions.ts';

const NOW = 'now';

interface VersionsSectionProps {
  zone: Zone;
  /** The outline and the fields cannot be changed. */
  locked: boolean;
  following: boolean;
}

/** Versions of a zone: keep, compare in terms of impact, restore. */
export function VersionsSection({ zone, locked, following }: VersionsSectionProps) {
  const { t } = useTranslation('zones');
  const all = useWorkspace((state) => state.document.versions);
  const versions = useMemo(() => listZoneVersions(all, zone.properties.id), [all, zone.properties.id]);
  return (
    <Section title={t('section.versions')} aside={t('version.count', { count: versions.length })}>
      <div className="zone-fields">
        {versions.length === 0 ? <p className="panel-note">{t('version.empty')}</p> : null}
        <ol className="versions" aria-label={t('section.versions')}>
          {versions.map((version) => (
            <VersionRow key={version.id} zone={zone} version={version} locked={locked} following={following} />
          ))}
        </ol>
        {following ? null : <KeepForm zone={zone} />}
        {versions.length > 0 ? <Comparison zone={zone} versions={versions} /> : null}
      </div>
    </Section>
  );
}

function VersionRow({ zone, version, locked, following }: VersionsSectionProps & { version: ZoneVersion }) {
  const { t, i18n } = useTranslation(['zones', 'vocabulary']);
  const at = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const { number } = version;
  return (
    <li data-version={number}>
      <span className="list-words">
        <span className="name">
          {t('version.name', { number })}
          {version.note ? ` · ${version.note}` : ''}
        </span>
        <span className="sub">
          {at.format(new Date(version.at))} · {t(`vocabulary:status.${version.zone.properties.status ?? 'draft'}`)}
        </span>
      </span>
      {following ? null : (
        <>
          <IconButton
            label={t('version.restore', { number })}
            icon={<IconRestore size={15} />}
            size={26}
            barred={locked ? t('bar.approved') : null}
            onClick={() => restoreVersion(zone, version)}
          />
          <IconButton
            label={t('version.delete', { number })}
            icon={<IconTrash size={15} />}
            size={26}
            onClick={() => deleteVersion(zone, version)}
          />
        </>
      )}
    </li>
  );
}

function KeepForm({ zone }: { zone: Zone }) {
  const { t } = useTranslation('zones');
  const [note, setNote] = useState('');
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    keepVersion(zone, note);
    setNote('');
  };
  return (
    <form className="requirement-new" onSubmit={keep}>
      <TextInput
        size="xs"
        value={note}
        maxLength={200}
        placeholder={t('version.note')}
        aria-label={t('version.note')}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" variant="light" leftSection={<IconBookmarkPlus size={14} aria-hidden />}>
        {t('version.keep')}
      </Button>
    </form>
  );
}

/** Two states side by side: by default the newest version against the zone as it is now. */
function Comparison({ zone, versions }: { zone: Zone; versions: readonly ZoneVersion[] }) {
  const { t } = useTranslation('zones');
  const [chosen, setChosen] = useState<{ from: string; to: string } | null>(null);
  const state = (id: string) => versions.find((version) => version.id === id)?.zone ?? (id === NOW ? zone : undefined);
  const fromId = chosen && state(chosen.from) ? chosen.from : versions[0]!.id;
  const toId = chosen && state(chosen.to) ? chosen.to : NOW;
  const nameOf = (id: string): string => {
    const version = versions.find((one) => one.id === id);
    return version ? t('version.name', { number: version.number }) : t('version.now');
  };
  const data = [NOW, ...versions.map((version) => version.id)].map((value) => ({ value, label: nameOf(value) }));
  const choose = (part: 'from' | 'to') => (value: string | null) => {
    if (value) setChosen({ from: fromId, to: toId, [part]: value });
  };
  return (
    <div className="version-comparison">
      <div className="zone-field-row" data-columns="2">
        <Select
          size="xs"
          label={t('version.from')}
          data={data}
          value={fromId}
          allowDeselect={false}
          onChange={choose('from')}
        />
        <Select
          size="xs"
          label={t('version.to')}
          data={data}
          value={toId}
          allowDeselect={false}
          onChange={choose('to')}
        />
      </div>
      <ImpactComparison
        from={{ name: nameOf(fromId), zone: state(fromId)! }}
        to={{ name: nameOf(toId), zone: state(toId)! }}
      />
    </div>
  );
}
