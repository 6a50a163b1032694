import '../connections.ts';
import { afterAll, beforeAll } from '@jest/globals';
import { Redis } from 'ioredis';
import { rm } from 'node:fs/promises';
import { env } from '../env.ts';
import { database } from '../platform/db/database.ts';
import { kv } from '../platform/kv/kv.ts';
import { makeEmptyDatabase, openMigrated } from './template-database.ts';

export { makeEmptyDatabase };

/** Gives the test file an empty, migrated database on this project's engine, and closes everything after it. */
export function useDatabase(): void {
  beforeAll(async () => {
    await makeEmptyKeyValues();
    await openMigrated();
  });
  afterAll(async () => {
    await database.close();
    await kv.close();
    await rm(env.DATA_DIR, { recursive: true, force: true });
  });
}

/** Empties this worker's database on the Redis server; what an earlier file counted or locked is gone. */
async function makeEmptyKeyValues(): Promise<void> {
  if (!env.REDIS_URL) return;
  const server = new Redis(env.REDIS_URL);
  try {
    await server.flushdb();
  } finally {
    server.disconnect();
  }
}
