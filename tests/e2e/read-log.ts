/** Runs in the page: the change log of a city as it lies in the browser's database. */
export async function readLog(cityId: string): Promise<unknown[]> {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  if (!names.includes('cim-city-viewer')) return [];
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('cim-city-viewer');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const log = database.transaction('log').objectStore('log');
      const all = log.getAll(IDBKeyRange.bound([cityId, 0], [cityId, Number.POSITIVE_INFINITY]));
      all.onerror = () => reject(all.error);
      all.onsuccess = () => {
        database.close();
        resolve(all.result);
      };
    };
  });
}
