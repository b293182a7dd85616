import type { DatasetKind } from '../core/city/city-manifest.ts';
import type { OpenCity } from './workspace.ts';

/** Where the building table of a city lies, in which CRS it is measured, and where its critical facilities and pipes lie. */
export interface BuildingTable {
  tableUrl: string;
  projectCrs: string;
  facilitiesUrl?: string;
  pipesUrl?: string;
}

/** What exposure is measured from; `null` for a city without a building table. */
export function selectBuildingTable({ manifest, baseUrl }: OpenCity): BuildingTable | null {
  const table = manifest.tables.buildings;
  if (!table) return null;
  const fileOf = (wanted: DatasetKind) => manifest.datasets.find(({ kind, file }) => kind === wanted && file)?.file;
  const [facilities, pipes] = [fileOf('facilities'), fileOf('pipes')];
  return {
    tableUrl: `${baseUrl}${table.file}`,
    projectCrs: manifest.projectCrs,
    ...(facilities ? { facilitiesUrl: `${baseUrl}${facilities}` } : {}),
    ...(pipes ? { pipesUrl: `${baseUrl}${pipes}` } : {}),
  };
}
