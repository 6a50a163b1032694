import { setTimeout as pause } from 'node:timers/promises';
import { log } from '../log/log.ts';
import { serialiseError } from '../log/serialise.ts';
import { database } from './database.ts';
import { isOutage } from './outage.ts';

/** A line in the log for so long of waiting, ms. */
const SAY_EVERY_MS = 5_000;
const TRY_AGAIN_MS = 1_000;

/** What a server says to settings that are wrong: waiting would change nothing. */
const REFUSALS = new Set([
  'ER_ACCESS_DENIED_ERROR',
  'ER_DBACCESS_DENIED_ERROR',
  'ER_ACCESS_DENIED_NO_PASSWORD_ERROR',
  'ER_BAD_DB_ERROR',
  'ER_HOST_NOT_PRIVILEGED',
  'ER_NOT_SUPPORTED_AUTH_MODE',
]);

/** Opens the database, and waits for a server that is not there yet: processes may be started in any order. */
export async function openWhenReady(): Promise<void> {
  await whenDatabaseAnswers(() => database.open()).catch(refuse);
}

/** Opens the database for a command that somebody has typed. Ends the process with a sentence when that fails. */
export async function openOrRefuse(): Promise<void> {
  await database.open().catch(refuse);
}

/**
 * Does work that may be repeated, again and again while the database is away; says so in the log. Settings that the
 * server refuses end the process with a sentence; everything else is thrown.
 */
export async function whenDatabaseAnswers<T>(work: () => Promise<T>): Promise<T> {
  for (let said = -Infinity; ; await pause(TRY_AGAIN_MS)) {
    try {
      return await work();
    } catch (error) {
      if (REFUSALS.has(codeOf(error))) refuse(error);
      if (!isOutage(error)) throw error;
      if (performance.now() - said < SAY_EVERY_MS) continue;
      said = performance.now();
      log.warn({ reason: reasonOf(error) }, 'waiting for the database');
    }
  }
}

function refuse(error: unknown): never {
  process.stderr.write(`cannot open the database: ${reasonOf(error)}. See DATABASE_URL, or DATA_DIR without it.\n`);
  process.exit(1);
}

function codeOf(error: unknown): string {
  const { code, parent } = error as { code?: string; parent?: { code?: string } };
  return code ?? parent?.code ?? '';
}

/** The server's own words in one line. They may name account, host and database; a password is in none of them. */
function reasonOf(error: unknown): string {
  const { message } = serialiseError(error);
  return [message.replace(/\s+/g, ' ').trim() || 'no answer', codeOf(error)].filter(Boolean).join(', ');
}
