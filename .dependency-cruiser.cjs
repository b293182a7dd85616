/** Import table of the rooms. A room may import itself and what `may` lists; everything else of ours is an error. */
const ROOMS = [
  { name: 'core', path: '^src/core/', may: [] },
  { name: 'state', path: '^src/state/', may: ['^src/core/'] },
  { name: 'data', path: '^src/data/', may: ['^src/core/'] },
  { name: 'workers', path: '^src/workers/', may: ['^src/core/', '^src/data/'] },
  { name: 'globe', path: '^src/scene/globe/', may: ['^src/core/'] },
  { name: 'table', path: '^src/scene/table/', may: ['^src/core/'] },
  {
    name: 'features',
    path: '^src/features/',
    may: [
      '^src/core/',
      '^src/state/',
      '^src/data/',
      '^src/workers/(client|protocol|exposure-session|typst-client|typst-protocol)\\.ts$',
      '^src/ui/',
      '^src/scene/',
    ],
  },
  { name: 'ui', path: '^src/ui/', may: [] },
  { name: 'tools', path: '^tools/', may: ['^src/core/'] },
];

const room = ({ name, path, may }) => ({
  name: `room-${name}`,
  comment: `${name} may import only what its line in the table allows`,
  severity: 'error',
  from: { path },
  to: { path: '^(src|tools|tests)/', pathNot: [path, ...may] },
});

/** `packages` are imported only from `allowed`. */
const onlyIn = (name, packages, allowed) => ({
  name: `only-${name}`,
  severity: 'error',
  from: { path: '^(src|tools)/', pathNot: allowed },
  to: { path: `node_modules/(${packages})/` },
});

/** Files under `path` import no package but `packages`. */
const packagesOf = (name, path, packages) => ({
  name: `packages-of-${name}`,
  severity: 'error',
  from: { path },
  to: { path: 'node_modules/', pathNot: `node_modules/(${packages})/` },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, path: '^\\.' },
    },
    ...ROOMS.map(room),
    {
      name: 'no-feature-to-feature',
      comment: 'a capability is one folder: deleting it and its line in src/app removes it',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/([^/]+)/', pathNot: '^src/features/$1/' },
    },
    onlyIn('cesium', 'cesium|@cesium/[^/]+|resium', ['^src/scene/globe/', '^tools/vite/']),
    onlyIn('three', 'three|@types/three|3d-tiles-renderer', ['^src/scene/table/']),
    onlyIn('zustand', 'zustand', ['^src/state/']),
    onlyIn('react', 'react|react-dom|react-i18next|@mantine/[^/]+|@tabler/[^/]+', [
      '^src/(app|ui|features)/',
      '^src/scene/globe/',
      '^src/scene/table/',
      '^src/state/',
      '^src/main\\.tsx$',
      '^tools/vite/',
    ]),
    packagesOf(
      'core',
      '^src/core/',
      'proj4|@types/proj4|zod|shapefile|@types/shapefile|flatbush|polygon-clipping|earcut|@types/earcut|[^/]+/node_modules/[^/]+',
    ),
    packagesOf('ui', '^src/ui/', 'react|@types/react|@mantine/[^/]+|@tabler/[^/]+|@types/react-dom|react-dom'),
    {
      name: 'core-has-no-node',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
