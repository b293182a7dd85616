import type { Plugin } from 'vite';

/** The library's glue builds functions from text, which the policy forbids; these are all the texts its WebAssembly asks for. */
const FIXED_FUNCTIONS = `
const fixedFunctions = {
  'return this': () => function () { return globalThis; },
  'return 0': () => () => 0,
  'return true': () => () => true,
  'path|return path': () => (path) => path,
  "throw new Error('Dummy AccessModel, please initialize compiler with withAccessModel()')": () => () => {
    throw new Error('no file system: every file of the report must be given');
  },
  "throw new Error('Dummy Registry, please initialize compiler with withPackageRegistry()')": () => () => {
    throw new Error('no package registry: reports use no packages');
  },
};
function fixedFunction(...texts) {
  const found = fixedFunctions[texts.join('|')];
  if (!found) throw new Error('Typst asked for an unknown function: ' + texts.join('|'));
  return found();
}
`;

const EXPECTED_REPLACEMENTS = 2;

/**
 * Vite plugin: makes the Typst compiler's glue (0.7.0) run under `script-src 'self' 'wasm-unsafe-eval'` by replacing
 * its `new Function(text)` by closures for the fixed texts it uses. Wanted in `plugins` and in `worker.plugins`.
 * A build fails when the glue no longer has the two places it replaces.
 */
export function typstCsp(): Plugin {
  return {
    name: 'typst-csp',
    config: () => ({ optimizeDeps: { exclude: ['@myriaddreamin/typst-ts-web-compiler'] } }),
    transform(code, id) {
      if (!/typst_ts_web_compiler\.mjs(\?|$)/.test(id)) return null;
      let replaced = 0;
      const patched = code.replace(/new Function\(/g, () => {
        replaced += 1;
        return 'fixedFunction(';
      });
      if (replaced !== EXPECTED_REPLACEMENTS) {
        throw new Error(`typst-csp: ${replaced} places to replace in ${id}, expected ${EXPECTED_REPLACEMENTS}`);
      }
      return { code: FIXED_FUNCTIONS + patched, map: null };
    },
  };
}
