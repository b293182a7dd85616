import type { CameraView } from '../core/geometry/camera-view.ts';
import type { Locale } from './workspace.ts';

/** What a link carries. */
export interface LinkedView {
  city?: string;
  locale?: Locale;
  camera?: CameraView;
}

/** Reads the query of a link, e.g. `?city=demo&lang=en&view=113.2,23.1,900,0,-45`; parts that make no sense are left out. */
export function parseLink(search: string): LinkedView {
  const query = new URLSearchParams(search);
  const city = query.get('city');
  const lang = query.get('lang');
  const camera = parseCamera(query.get('view'));
  return {
    ...(city ? { city } : {}),
    ...(lang === 'en' || lang === 'zh-CN' ? { locale: lang } : {}),
    ...(camera ? { camera } : {}),
  };
}

/** Writes a link query; a missing camera is left out. */
export function buildLink(view: LinkedView): string {
  const query = new URLSearchParams();
  if (view.city) query.set('city', view.city);
  if (view.locale) query.set('lang', view.locale);
  if (view.camera) {
    const { position, headingDegrees, pitchDegrees } = view.camera;
    query.set(
      'view',
      [
        position.lon.toFixed(6),
        position.lat.toFixed(6),
        position.ellipsoidalHeightMeters.toFixed(1),
        headingDegrees.toFixed(1),
        pitchDegrees.toFixed(1),
      ].join(','),
    );
  }
  return `?${query.toString().replaceAll('%2C', ',')}`;
}

function parseCamera(text: string | null): CameraView | null {
  const numbers = (text ?? '').split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [lon, lat, height, heading, pitch] = numbers;
  if (numbers.length !== 5 || !numbers.every(Number.isFinite)) return null;
  if (lon === undefined || lat === undefined || height === undefined || heading === undefined || pitch === undefined) {
    return null;
  }
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90 || pitch < -90 || pitch > 90) return null;
  return { position: { lon, lat, ellipsoidalHeightMeters: height }, headingDegrees: heading, pitchDegrees: pitch };
}
