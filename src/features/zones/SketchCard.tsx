import { Button, Select, Switch, TextInput } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RISK_LEVELS, ZONE_HAZARDS } from '../../core/city/hazard.ts';
import { measureSignedArea } from '../../core/geometry/signed-area.ts';
import { formatArea } from '../../core/units/format.ts';
import type { Sketch } from '../../core/zones/editing/sketch.ts';
import { happened } from '../../state/happened.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { readNumber } from './read-number.ts';
import { cancelSketch, handleSketchEvent } from './sketch-session.ts';
import { TextField } from './TextField.tsx';
import { typePoint } from './type-point.ts';

/** The open outline: what to do next, exact entry, settings, end. */
export function SketchCard() {
  const { t } = useTranslation('zones');
  const sketch = useWorkspace((state) => state.sketch);
  if (!sketch) return null;
  const { tool, zoneId } = sketch;
  const dragged = tool === 'reshape' || tool === 'transform';
  return (
    <section className="sketch-card" aria-label={t(`tool.${tool}`)}>
      <header>
        <strong>{t(`tool.${tool}`)}</strong>
        <SketchArea sketch={sketch} />
      </header>
      <p className="panel-note">{t(`hint.${tool}`)}</p>
      {zoneId === null ? <NewZoneKind /> : null}
      {dragged ? null : <TypedPoint />}
      <SketchSettings sketch={sketch} />
      <div className="zone-buttons">
        {dragged ? null : (
          <Button
            size="compact-xs"
            variant="light"
            leftSection={<IconCheck size={14} aria-hidden />}
            disabled={sketch.points.length === 0}
            onClick={() => handleSketchEvent({ kind: 'finished' })}
          >
            {t('sketch.finish')}
          </Button>
        )}
        {sketch.points.length > 0 ? (
          <Button size="compact-xs" variant="default" onClick={() => handleSketchEvent({ kind: 'pointTaken' })}>
            {t('sketch.takePoint')}
          </Button>
        ) : null}
        {sketch.chosen ? (
          <Button size="compact-xs" variant="default" onClick={() => handleSketchEvent({ kind: 'vertexDeleted' })}>
            {t('sketch.deleteVertex')}
          </Button>
        ) : null}
        <Button size="compact-xs" variant="subtle" leftSection={<IconX size={14} aria-hidden />} onClick={cancelSketch}>
          {t(dragged ? 'sketch.done' : 'cancel')}
        </Button>
      </div>
    </section>
  );
}

function SketchArea({ sketch }: { sketch: Sketch }) {
  const { i18n } = useTranslation('zones');
  const area = useMemo(
    () =>
      sketch.shape.reduce(
        (sum, [exterior = [], ...holes]) =>
          sum +
          holes.reduce((left, hole) => left - Math.abs(measureSignedArea(hole)), Math.abs(measureSignedArea(exterior))),
        0,
      ),
    [sketch.shape],
  );
  return <span className="number">{area > 0 ? formatArea(area, i18n.language) : '–'}</span>;
}

/** Hazard and level that the new zone gets. */
function NewZoneKind() {
  const { t } = useTranslation(['zones', 'vocabulary']);
  const { hazard, level } = useWorkspace((state) => state.drawing);
  return (
    <div className="zone-field-row" data-columns="2">
      <Select
        size="xs"
        label={t('field.hazard')}
        data={ZONE_HAZARDS.map((value) => ({ value, label: t(`vocabulary:hazard.${value}`) }))}
        value={hazard}
        allowDeselect={false}
        onChange={(value) => {
          const chosen = ZONE_HAZARDS.find((known) => known === value);
          if (chosen) happened.drawingSet({ hazard: chosen });
        }}
      />
      <Select
        size="xs"
        label={t('field.level')}
        data={RISK_LEVELS.map((value) => ({ value, label: t(`vocabulary:level.${value}`) }))}
        value={level}
        allowDeselect={false}
        onChange={(value) => {
          const chosen = RISK_LEVELS.find((known) => known === value);
          if (chosen) happened.drawingSet({ level: chosen });
        }}
      />
    </div>
  );
}

/** Exact entry of the next point: length and bearing from the last one, or coordinates. */
function TypedPoint() {
  const { t } = useTranslation('zones');
  const [text, setText] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '' && typePoint(text)) setText('');
  };
  return (
    <form className="requirement-new" onSubmit={submit}>
      <TextInput
        size="xs"
        value={text}
        maxLength={80}
        placeholder={t('sketch.typedHint')}
        aria-label={t('sketch.typed')}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button size="xs" type="submit" variant="default" disabled={text.trim() === ''}>
        {t('sketch.typedDo')}
      </Button>
    </form>
  );
}

function SketchSettings({ sketch }: { sketch: Sketch }) {
  const { t } = useTranslation('zones');
  return (
    <div className="sketch-settings">
      {sketch.tool === 'circle' || sketch.tool === 'trace' ? null : (
        <Switch
          size="xs"
          label={t('sketch.orthogonal')}
          checked={sketch.orthogonal}
          onChange={(event) =>
            handleSketchEvent({ kind: 'orthogonalSwitched', orthogonal: event.currentTarget.checked })
          }
        />
      )}
      {sketch.tool === 'corridor' ? (
        <TextField
          label={t('sketch.width')}
          value={String(sketch.corridorWidthMeters)}
          numeric
          maxLength={10}
          check={(text) => ((readNumber(text) ?? 0) > 0 ? null : t('fault.positive'))}
          onKeep={(text) => handleSketchEvent({ kind: 'corridorWidened', widthMeters: readNumber(text) ?? 0 })}
        />
      ) : null}
    </div>
  );
}
