import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { SentScan } from '../../bff/contract/door/schemas.ts';

/** What a device keeps of one door: keys that leave it never, and the rest encrypted. */
export interface KeptDoor {
  activityId: number;
  title: string;
  entrance: string;
  /** Encrypts what is kept (AES-GCM, not extractable). */
  sealKey: CryptoKey;
  /** Of the activity (HMAC, not extractable): what codes are compared with. */
  activityKey: CryptoKey;
  salt: Uint8Array<ArrayBuffer>;
  /** Token and list of names. */
  sealed: ArrayBuffer;
  /** The server's clock minus this one, as of the last answer. */
  offsetMs: number;
  /** The server's clock at its last answer. */
  since: number;
  downloadedAt: number;
  until: number;
}

export interface KeptScan extends SentScan {
  activityId: number;
  /** 0 or 1: an index knows no booleans. */
  isSent: 0 | 1;
}

interface Schema extends DBSchema {
  doors: { key: number; value: KeptDoor };
  scans: { key: [number, number]; value: KeptScan; indexes: { unsent: [number, number] } };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;
const database = () =>
  (opened ??= openDB<Schema>('lvzheng-door', 1, {
    upgrade(db) {
      db.createObjectStore('doors', { keyPath: 'activityId' });
      const scans = db.createObjectStore('scans', { keyPath: ['activityId', 'number'] });
      scans.createIndex('unsent', ['activityId', 'isSent']);
    },
  }));

export const readDoor = async (activityId: number) => (await database()).get('doors', activityId);
export const listDoors = async () => (await database()).getAll('doors');
export const keepDoor = async (door: KeptDoor) => void (await (await database()).put('doors', door));

const all = (activityId: number) => IDBKeyRange.bound([activityId, 0], [activityId, Infinity]);

/** Writes a scan under the next number of its door; on the disk before anything is said to anybody. */
export async function keepScan(activityId: number, scan: Omit<SentScan, 'number'>): Promise<KeptScan> {
  const write = (await database()).transaction('scans', 'readwrite', { durability: 'strict' });
  const last = await write.store.openKeyCursor(all(activityId), 'prev');
  const kept: KeptScan = { ...scan, activityId, number: (last?.key[1] ?? 0) + 1, isSent: 0 };
  await write.store.add(kept);
  await write.done;
  return kept;
}

/** The scans of a door, in their order. */
export const readScans = async (activityId: number) => (await database()).getAll('scans', all(activityId));
/** Those that the server has not got, the first ones first. */
export const readUnsent = async (activityId: number, count: number) =>
  (await database()).getAllFromIndex('scans', 'unsent', IDBKeyRange.only([activityId, 0]), count);
export const countUnsent = async (activityId: number) =>
  (await database()).countFromIndex('scans', 'unsent', IDBKeyRange.only([activityId, 0]));

export const countSent = async (activityId: number) =>
  (await database()).countFromIndex('scans', 'unsent', IDBKeyRange.only([activityId, 1]));

/** Has every scan of a door sent once more: the server has lost some, or takes this device for another one. */
export async function sendAllAgain(activityId: number): Promise<void> {
  const write = (await database()).transaction('scans', 'readwrite');
  for (const scan of await write.store.getAll(all(activityId))) await write.store.put({ ...scan, isSent: 0 });
  await write.done;
}

/** Marks scans that the server has. They stay on the device until the door is left, so that no number is given twice. */
export async function markSent(scans: readonly KeptScan[]): Promise<void> {
  const write = (await database()).transaction('scans', 'readwrite');
  for (const scan of scans) await write.store.put({ ...scan, isSent: 1 });
  await write.done;
}

/** Forgets a door: keys, names and scans. */
export async function forgetDoor(activityId: number): Promise<void> {
  const write = (await database()).transaction(['doors', 'scans'], 'readwrite');
  await write.objectStore('doors').delete(activityId);
  await write.objectStore('scans').delete(all(activityId));
  await write.done;
}
