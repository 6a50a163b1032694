import { inside, root, settings, withFolder } from './children.ts';
import type { Callers } from './inside/callers.ts';
import { startServices } from '../test/services.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { createConnection } from 'mysql2/promise';

/** A MariaDB with a million certificates and a Redis, and who calls. */
export interface Filled {
  env: NodeJS.ProcessEnv;
  callers: Callers;
}

const CALLERS = 64;
/** What a server of this size would give MariaDB. */
const BUFFER_POOL = '1G';

/**
 * Runs `work` on a filled database: one that is given, or a private one that is filled first (some minutes) and gone
 * afterwards.
 */
export async function withFilled<T>(
  given: Given,
  certificates: number,
  work: (filled: Filled) => Promise<T>,
): Promise<T> {
  return withFolder(async (folder) => {
    if (given.database && given.redis) {
      const env = settings(given.dataDir ?? folder, { DATABASE_URL: given.database, REDIS_URL: given.redis });
      return work({ env, callers: await inside<Callers>('callers', [String(CALLERS)], env) });
    }
    const services = await startServices({ parent: tmpdir(), bufferPool: BUFFER_POOL });
    try {
      const env = settings(folder, { DATABASE_URL: `${services.mysqlUrl}/bench`, REDIS_URL: services.redisUrl });
      await makeDatabase(services.mysqlUrl);
      await fill(env, certificates);
      return await work({ env, callers: await inside<Callers>('callers', [String(CALLERS)], env) });
    } finally {
      await services.stop();
    }
  });
}

/** A database that stands and was filled by scripts/seed/bulk.ts. */
export interface Given {
  database?: string | undefined;
  redis?: string | undefined;
  dataDir?: string | undefined;
}

async function makeDatabase(url: string): Promise<void> {
  const server = await createConnection(url);
  await server.query('CREATE DATABASE bench CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci');
  await server.end();
}

async function fill(env: NodeJS.ProcessEnv, certificates: number): Promise<void> {
  const args = ['scripts/seed/bulk.ts', '--certificates', String(certificates)];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`filling the database ended with ${code}`);
}
