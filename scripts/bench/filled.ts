import { inside, root, settings, withFolder } from './children.ts';
import type { Callers } from './inside/callers.ts';
import { startServices } from '../test/services.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { createConnection } from 'mysql2/promise';

/** A MariaDB with a million certificates and a Redis, and who calls; beside it one with a tenth of them. */
export interface Filled {
  env: NodeJS.ProcessEnv;
  callers: Callers;
  smaller: { env: NodeJS.ProcessEnv; certificates: number };
  /** The process of the MariaDB, where it is one of our own. */
  serverPid?: number;
}

const CALLERS = 64;
/** What a server of this size would give MariaDB. */
const BUFFER_POOL = '1G';

/**
 * Runs `work` on filled databases: those that are given, or private ones that are filled first (some minutes) and gone
 * afterwards.
 */
export async function withFilled<T>(
  given: Given,
  certificates: number,
  work: (filled: Filled) => Promise<T>,
): Promise<T> {
  return withFolder(async (folder) => {
    if (given.database && given.redis && given.smaller) {
      const { dataDir = folder, redis } = given;
      const at = (database: string) => settings(dataDir, { DATABASE_URL: database, REDIS_URL: redis });
      return work(await look(at(given.database), at(given.smaller)));
    }
    const services = await startServices({ parent: tmpdir(), bufferPool: BUFFER_POOL });
    try {
      const made = async (name: string, count: number) => {
        const url = `${services.mysqlUrl}/${name}`;
        const env = settings(folder, { DATABASE_URL: url, REDIS_URL: services.redisUrl });
        await makeDatabase(services.mysqlUrl, name);
        await fill(env, count);
        return env;
      };
      const filled = await look(await made('bench', certificates), await made('tenth', Math.ceil(certificates / 10)));
      return await work({ ...filled, serverPid: services.mysqlPid });
    } finally {
      await services.stop();
    }
  });
}

async function look(env: NodeJS.ProcessEnv, smaller: NodeJS.ProcessEnv): Promise<Filled> {
  const callers = await inside<Callers>('callers', [String(CALLERS)], env);
  const { certificates } = await inside<Callers>('callers', ['1'], smaller);
  return { env, callers, smaller: { env: smaller, certificates } };
}

/** Databases that stand and were filled by scripts/seed/bulk.ts. */
export interface Given {
  database?: string | undefined;
  smaller?: string | undefined;
  redis?: string | undefined;
  dataDir?: string | undefined;
}

export async function makeDatabase(url: string, name: string): Promise<void> {
  const server = await createConnection(url);
  await server.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`);
  await server.end();
}

async function fill(env: NodeJS.ProcessEnv, certificates: number): Promise<void> {
  const args = ['scripts/seed/bulk.ts', '--certificates', String(certificates)];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`filling the database ended with ${code}`);
}
