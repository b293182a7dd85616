/** The command line as a module: bundled from `tools/cli.ts` first when its sources changed. */
export function loadCli(): Promise<typeof import('./cli.ts')>;
