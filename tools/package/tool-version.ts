import packageJson from '../../package.json' with { type: 'json' };

/** Content hash of the tools' sources; set by the launcher when it bundles them, absent when they run from source. */
declare const CITY_TOOLS_HASH: string | undefined;

/**
 * Name and version of the tool that writes packages. The build part of the version (`+…`) changes with the
 * sources, so that a package of older tools counts as out of date.
 */
export const TOOL = {
  name: packageJson.name,
  version: typeof CITY_TOOLS_HASH === 'string' ? `${packageJson.version}+${CITY_TOOLS_HASH}` : packageJson.version,
};
