import type { Plugin } from 'vite';

interface Patch {
  /** End of the module's path. */
  file: string;
  /** Text that must occur in the module; a build fails when an upgrade of the library moved it. */
  from: string;
  to: string;
}

const PATCHES: readonly Patch[] = [
  // Knockout looks for the global object by evaluating code; every widget that would use its bindings is off.
  { file: 'ThirdParty/knockout-3.5.1.js', from: '(0,eval)("this")', to: 'globalThis' },
  // The credit lightbox brings its own style element; the scene's style sheet has what is visible of it.
  { file: 'Scene/CreditDisplay.js', from: 'shadowRootOrDocumentHead.appendChild(styleElem);', to: '' },
  // Asking what the browser supports sets a style attribute; setting the property asks the same.
  {
    file: 'Core/FeatureDetection.js',
    from: 'canvas.setAttribute(\n      "style",\n      "image-rendering: -moz-crisp-edges;" + "image-rendering: pixelated;",\n    );',
    to: 'canvas.style.imageRendering = "pixelated";',
  },
  // A custom shader on a mesh with structural metadata and a feature id set without a property table (both are
  // allowed by EXT_mesh_features) threw in every frame and stopped all drawing; such a set has no properties to add.
  {
    file: 'Scene/Model/CustomShaderPipelineStage.js',
    from: 'const propertyContainer = propertyContainers[id];\n      const classProperties = propertyContainer.class.properties;',
    to: 'const classProperties = propertyContainers?.[id]?.class?.properties ?? {};',
  },
  // Opaque pixels came out of the composition with translucent ones with all of their opacity; what a shader of ours
  // left of it marks the selected building.
  { file: 'Shaders/CompositeOITFS.js', from: 'out_FragColor.a = 1.0;', to: 'out_FragColor.a = opaque.a;' },
];

function applyPatch(code: string, id: string): string | null {
  const path = id.split('?')[0]?.replaceAll('\\', '/') ?? '';
  const patch = PATCHES.find((each) => path.endsWith(each.file) && path.includes('/@cesium/'));
  if (!patch) return null;
  if (!code.includes(patch.from))
    throw new Error(`${patch.file}: "${patch.from}" not found; adapt tools/vite/cesium-patches.ts`);
  return code.replaceAll(patch.from, patch.to);
}

/**
 * Vite plugin that replaces fixed strings of Cesium while bundling: so that it runs under the policy of `city serve`
 * (`script-src 'self' 'wasm-unsafe-eval'`, `style-src 'self'`), and so that valid tiles do not stop it.
 */
export function cesiumPatches(): Plugin {
  return {
    name: 'cesium-patches',
    transform: (code, id) => {
      const patched = applyPatch(code, id);
      return patched === null ? null : { code: patched, map: null };
    },
  };
}
