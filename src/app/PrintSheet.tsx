import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { CityManifest } from '../core/city/city-manifest.ts';
import { localize } from '../core/city/localize.ts';
import { BuildingColours } from '../features/colours/BuildingColours.tsx';
import { Legend } from '../features/layers/Legend.tsx';
import type { OpenCity } from '../state/workspace.ts';
import { CityMarks } from './CityMarks.tsx';
import './print.css';
import { scenePicture } from './scene-picture.ts';

/** What Ctrl+P puts on paper: the scene as it is, its legend, and what every picture of a city must say. */
export function PrintSheet({ city }: { city: OpenCity }) {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const media = window.matchMedia('print');
    // The page is laid out for paper as soon as these handlers return: the sheet must be there by then.
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    const follow = (): void => (media.matches ? begin() : end());
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    media.addEventListener('change', follow);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
      media.removeEventListener('change', follow);
    };
  }, []);
  return isPrinting ? <Sheet manifest={city.manifest} /> : null;
}

function Sheet({ manifest }: { manifest: CityManifest }) {
  const { t, i18n } = useTranslation('app');
  const printed = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(new Date());
  const sources = [manifest.attribution, ...manifest.datasets.map(({ attribution }) => attribution)];
  const attributions = [...new Set(sources.filter((source) => source !== undefined))];
  return (
    <section className="print-sheet" aria-label={t('print.label')}>
      <header>
        <h1>{localize(manifest.name, i18n.language)}</h1>
        <span>{t('productLong')}</span>
      </header>
      <Picture />
      <aside>
        <Legend />
        <BuildingColours withChooser={false} />
      </aside>
      <footer>
        <p className="print-marks">
          <CityMarks manifest={manifest} />
          <span>{t('print.crs', { crs: manifest.projectCrs })}</span>
          <span>{t('print.date', { date: printed })}</span>
        </p>
        {attributions.length > 0 ? <p>{t('print.sources', { sources: attributions.join(' · ') })}</p> : null}
      </footer>
    </section>
  );
}

/** The scene drawn once more and copied: what it keeps by itself is gone after a frame. */
function Picture() {
  const paper = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const scene = scenePicture.take?.();
    if (!scene || !paper.current) return;
    paper.current.width = scene.width;
    paper.current.height = scene.height;
    paper.current.getContext('2d')?.drawImage(scene, 0, 0);
  }, []);
  return <canvas ref={paper} className="print-picture" />;
}
