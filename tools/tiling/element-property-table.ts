/** One feature of a tile as its property table tells it. */
export interface TileFeature {
  /** Row number in the city table. */
  row: number;
  /** Source id. */
  id: string;
  /** Height above the base in metres; `null` = unknown, written as `HEIGHT_NO_DATA`. */
  heightMeters: number | null;
  /** Normalised use or a source word; `null` = unknown. */
  use: string | null;
}

/** Stands for an unknown height in the property table. */
export const HEIGHT_NO_DATA = -9999;

/** Name of the class of the property table. */
export const ELEMENT_CLASS = 'element';

/** Schema of the property table of a tile (3D Metadata Specification 1.0): `row` UINT32, `id` STRING, `height` FLOAT32, `useClass` UINT8 (see `useClassOf`). */
export const ELEMENT_SCHEMA = {
  id: 'cityElements',
  classes: {
    [ELEMENT_CLASS]: {
      properties: {
        row: { type: 'SCALAR', componentType: 'UINT32', required: true, description: 'Row in the city table' },
        id: { type: 'STRING', required: true, description: 'Source id' },
        height: {
          type: 'SCALAR',
          componentType: 'FLOAT32',
          noData: HEIGHT_NO_DATA,
          description: 'Height above the base, metres',
        },
        useClass: {
          type: 'SCALAR',
          componentType: 'UINT8',
          required: true,
          description:
            'Use: 0 unknown or other, 1 residential, 2 office, 3 commercial, 4 industrial, 5 education, 6 health, 7 public or transport',
        },
      },
    },
  },
} as const;
