/** Scenarios saved on this device by name, in IndexedDB; nothing leaves the browser. */
const database = "didym";
const store = "scenarios";

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error("indexedDB"));
    };
  });
}

async function use<T>(
  mode: IDBTransactionMode,
  work: (objects: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opened = await open();
  try {
    return await new Promise((resolve, reject) => {
      const request = work(opened.transaction(store, mode).objectStore(store));
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(request.error ?? new Error("indexedDB"));
      };
    });
  } finally {
    opened.close();
  }
}

export const saved = {
  names: async (): Promise<string[]> =>
    (await use("readonly", (objects) => objects.getAllKeys())).map(String),
  read: (name: string): Promise<unknown> =>
    use("readonly", (objects) => objects.get(name) as IDBRequest<unknown>),
  write: async (name: string, document: unknown): Promise<void> => {
    await use("readwrite", (objects) => objects.put(document, name));
  },
  remove: async (name: string): Promise<void> => {
    await use("readwrite", (objects) => objects.delete(name));
  },
};
