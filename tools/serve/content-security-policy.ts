const DIRECTIVES: readonly (readonly [string, string])[] = [
  ['default-src', "'self'"],
  ['script-src', "'self' 'wasm-unsafe-eval'"],
  ['worker-src', "'self' blob:"],
  ['style-src', "'self'"],
  ['img-src', "'self' data: blob:"],
];

/**
 * Content-Security-Policy header of the app (package contract, "Serving").
 * @param hosts Origins besides our own that the deployment's `config.json` allows to connect to, e.g. `https://ogc.example.cn`.
 */
export function describePolicy(hosts: readonly string[]): string {
  const connect = ["'self'", ...hosts].join(' ');
  return [...DIRECTIVES, ['connect-src', connect]].map(([name, value]) => `${name} ${value}`).join('; ');
}
