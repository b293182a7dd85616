import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { InitSqlJsStatic, SqlJsStatic } from 'sql.js';

const require = createRequire(import.meta.url);

/** SQLite as the browser gets it: this build is another than the one for Node, and has had faults of its own. */
export function loadBrowserSqlite(): Promise<SqlJsStatic> {
  const initialise = require('sql.js/dist/sql-wasm-browser.js') as InitSqlJsStatic;
  const bytes = readFileSync(require.resolve('sql.js/dist/sql-wasm-browser.wasm'));
  return initialise({ wasmBinary: new Uint8Array(bytes).buffer });
}
