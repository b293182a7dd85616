import { describe, expect, it } from 'vitest';
import { isOpenSea } from '../../../../tools/elements/is-open-sea.ts';

describe('open sea', () => {
  it.each([
    ['Beijing', 116.4, 39.9],
    ['Shanghai, Lingang', 121.93, 30.87],
    ['Hong Kong', 114.17, 22.3],
    ['Sansha, Yongxing', 112.34, 16.83],
    ['Numazu', 138.86, 35.1],
    ['Delfshaven', 4.44, 51.91],
    ['New York, Manhattan', -74.01, 40.71],
    ['Honolulu', -157.86, 21.31],
    ['Suva', 178.44, -18.14],
    ['Taveuni, across the date line', -179.95, -16.8],
    ['South Pole', 0, -90],
  ])('%s is on land', (_, lon, lat) => {
    expect(isOpenSea(lon, lat)).toBe(false);
  });

  it.each([
    ['the middle of the North Sea', 3.2, 57.5],
    ['the Pacific', -150, 35],
    ['the Gulf of Guinea', 0, 0],
    ['the South China Sea', 114.5, 14],
    ['the Arctic Ocean', 0, 89.9],
    ['the date line', 180, 40],
  ])('%s is open sea', (_, lon, lat) => {
    expect(isOpenSea(lon, lat)).toBe(true);
  });

  it('says nothing outside the globe', () => {
    expect(isOpenSea(200, 10)).toBe(false);
    expect(isOpenSea(Number.NaN, 10)).toBe(false);
  });
});
