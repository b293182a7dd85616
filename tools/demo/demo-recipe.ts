import type { Recipe } from '../../src/core/city/recipe.ts';
import { DEMO_CRS } from './demo-plan.ts';

const TITLES = {
  buildings: { zh: '建筑', en: 'Buildings' },
  infrastructure: { zh: '基础设施', en: 'Infrastructure' },
  communities: { zh: '社区', en: 'Communities' },
  zones: { zh: '风险区', en: 'Risk zones' },
  shelters: { zh: '避难场所', en: 'Shelters' },
};

/** The recipe of the demo city: sources of this folder, Chinese field names, stated assumptions. */
export const DEMO_RECIPE: Recipe = {
  version: 1,
  id: 'demo',
  name: { zh: '韧城示范区', en: 'Rencheng Demo District' },
  projectCrs: DEMO_CRS,
  crs: DEMO_CRS,
  heightDatum: 'ellipsoidal',
  surveyDate: '2026-06-30',
  licence: 'CC0-1.0',
  attribution: '演示数据（合成） Demo data (synthetic)',
  classification: 'public',
  synthetic: true,
  assumptions: {
    storeyHeightMeters: 3,
    peoplePer1000SquareMeters: {
      residential: { day: 11, night: 29 },
      commercial: { day: 35, night: 1 },
      office: { day: 45, night: 0.5 },
      industrial: { day: 12, night: 2 },
      education: { day: 90, night: 1 },
      health: { day: 40, night: 18 },
      public: { day: 20, night: 0.5 },
    },
  },
  datasets: [
    {
      id: 'buildings',
      kind: 'buildings',
      source: 'buildings.geojson',
      title: TITLES.buildings,
      attributes: {
        id: '建筑编号',
        name: '名称',
        address: '地址',
        use: '用途',
        structure: '结构类型',
        codeLevel: '抗震设防',
        yearBuilt: '建成年份',
        storeysAbove: '地上层数',
        storeysBelow: '地下层数',
        height: '高度',
        groundFloorHeight: '室内外高差',
      },
    },
    {
      id: 'infrastructure',
      kind: 'infrastructure',
      source: 'infrastructure.geojson',
      title: TITLES.infrastructure,
      attributes: { id: '设施编号', name: '名称', use: '类型', height: '高度', yearBuilt: '建成年份' },
    },
    { id: 'communities', kind: 'communities', source: 'communities.geojson', title: TITLES.communities },
    { id: 'zones', kind: 'zones', source: 'zones.geojson', title: TITLES.zones },
    {
      id: 'shelters',
      kind: 'shelters',
      source: 'shelters.geojson',
      title: TITLES.shelters,
      attributes: {
        id: '编号',
        name: '名称',
        address: '地址',
        shelterClass: '类别',
        area: '有效避难面积',
        capacity: '容纳人数',
        flood: '洪水',
        landslide: '滑坡',
        stormSurge: '风暴潮',
        earthquake: '地震',
        tsunami: '海啸',
        fire: '火灾',
        waterlogging: '内涝',
        volcanic: '火山',
      },
    },
  ],
};
