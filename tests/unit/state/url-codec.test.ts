import { describe, expect, it } from 'vitest';
import { buildLink, parseLink } from '../../../src/state/url-codec.ts';

describe('link of a view', () => {
  it('carries city, language and camera there and back', () => {
    const view = {
      city: '示范 1',
      locale: 'en' as const,
      camera: {
        position: { lon: 114.306776, lat: -31.18899, ellipsoidalHeightMeters: 950.5 },
        headingDegrees: 12.5,
        pitchDegrees: -45,
      },
    };
    expect(parseLink(buildLink(view))).toEqual(view);
  });

  it.each([
    '?view=1,2,3',
    '?view=,,,,',
    '?view=200,0,1,0,0',
    '?view=0,91,1,0,0',
    '?view=0,0,1,0,-91',
    '?lang=fr',
    '?city=',
  ])('leaves out what makes no sense: %s', (search) => expect(parseLink(search)).toEqual({}));
});
