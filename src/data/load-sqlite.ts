import initSqlJs, { type SqlJsStatic } from 'sql.js';
import wasmUrl from 'sql.js/dist/sql-wasm-browser.wasm?url';

let loading: Promise<SqlJsStatic> | null = null;

/** SQLite in WebAssembly, from our own host; it travels when the first GeoPackage is read or written. */
export function loadSqlite(): Promise<SqlJsStatic> {
  loading ??= initSqlJs({ locateFile: () => wasmUrl }).catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}
