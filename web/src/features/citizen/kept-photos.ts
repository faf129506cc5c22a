import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** A photo of the report that is being written. */
export interface KeptPhoto {
  readonly id: string;
  readonly image: Blob;
}

interface PhotoSchema extends DBSchema {
  photos: { key: number; value: { order?: number; id: string; image: Blob } };
}

let opened: Promise<IDBPDatabase<PhotoSchema>> | undefined;
const open = (): Promise<IDBPDatabase<PhotoSchema>> => (opened ??= openDB<PhotoSchema>('wangge-citizen', 1, { upgrade: (db) => void db.createObjectStore('photos', { keyPath: 'order', autoIncrement: true }) }));

/** A phone that keeps nothing (private window, no room) still reports; `none` is what it has then. */
async function tried<T>(work: (db: IDBPDatabase<PhotoSchema>) => Promise<T>, none: T): Promise<T> {
  try {
    return await work(await open());
  } catch {
    return none;
  }
}

/** The photos of the report that was not sent yet, in the order they were taken. */
export const keptPhotos = (): Promise<readonly KeptPhoto[]> => tried(async (db) => (await db.getAll('photos')).map(({ id, image }) => ({ id, image })), []);
export const keepPhoto = ({ id, image }: KeptPhoto): Promise<void> => tried(async (db) => void (await db.add('photos', { id, image })), undefined);
export const forgetPhotos = (): Promise<void> => tried((db) => db.clear('photos'), undefined);

export function forgetPhoto(id: string): Promise<void> {
  return tried(async (db) => {
    const rows = await db.getAll('photos');
    for (const row of rows) if (row.id === id && row.order !== undefined) await db.delete('photos', row.order);
  }, undefined);
}
