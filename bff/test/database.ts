import '../connections.ts';
import { afterAll, beforeAll } from '@jest/globals';
import { Redis } from 'ioredis';
import mysql from 'mysql2/promise';
import { rm } from 'node:fs/promises';
import { env } from '../env.ts';
import { database } from '../platform/db/database.ts';
import { migrate } from '../platform/db/migrate.ts';
import { kv } from '../platform/kv/kv.ts';

/** Gives the test file an empty, migrated database on this project's engine, and closes everything after it. */
export function useDatabase(): void {
  beforeAll(async () => {
    await makeEmptyDatabase();
    await makeEmptyKeyValues();
    await database.open();
    await migrate();
  });
  afterAll(async () => {
    await database.close();
    await kv.close();
    await rm(env.DATA_DIR, { recursive: true, force: true });
  });
}

/** Makes this worker's database on the MySQL server anew; SQLite needs nothing, each file has its own DATA_DIR. */
export async function makeEmptyDatabase(): Promise<void> {
  if (!env.DATABASE_URL) return;
  const url = new URL(env.DATABASE_URL);
  const name = url.pathname.slice(1);
  url.pathname = '';
  const server = await mysql.createConnection(url.href);
  try {
    await server.query(`DROP DATABASE IF EXISTS \`${name}\``);
    await server.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`);
  } finally {
    await server.end();
  }
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
