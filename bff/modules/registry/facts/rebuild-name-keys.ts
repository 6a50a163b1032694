import { z } from 'zod';
import { select, transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { log } from '../../../platform/log/log.ts';
import { Firm, Lawyer } from '../model.ts';
import { fingerprintOfKeys, indexNames, toNameKey, type Searchable } from './search-names.ts';

const named = z.strictObject({ id: z.int(), name: z.string(), nameKey: z.string() });
const TABLES = { firm: 'firms', lawyer: 'lawyers' } as const;
/** Names looked at with one query. */
const AT_ONCE = 1_000;

/** Asks for the keys to be looked through; every start may ask, at most once a week it is done, and when keys change. */
export async function scheduleNameKeys(): Promise<void> {
  const dedupeKey = `rebuild-name-keys:${fingerprintOfKeys()}`;
  await transaction((t) => enqueue('rebuild-name-keys', {}, { t, dedupeKey }));
}

/**
 * Makes the keys of all names anew by which they are searched, where `toNameKey` has come to say something else since they
 * were written: a name with a dot that was unknown then is found as one typed today. May run again at any time.
 */
export async function rebuildNameKeys(signal: AbortSignal): Promise<void> {
  for (const kind of Object.keys(TABLES) as Searchable[]) {
    let rebuilt = 0;
    for (let after = 0; ;) {
      signal.throwIfAborted();
      const rows = await select(
        named,
        `SELECT id, name, name_key AS nameKey FROM ${TABLES[kind]} WHERE id > ? ORDER BY id LIMIT ${AT_ONCE}`,
        [after],
      );
      const last = rows.at(-1);
      if (!last) break;
      const ids = rows.filter(({ name, nameKey }) => toNameKey(name, kind) !== nameKey).map(({ id }) => id);
      if (ids.length > 0) await rebuild(kind, ids);
      rebuilt += ids.length;
      after = last.id;
    }
    if (rebuilt > 0) log.info({ kind, rebuilt }, 'keys of names were made anew');
  }
}

async function rebuild(kind: Searchable, ids: readonly number[]): Promise<void> {
  await transaction(async (t) => {
    // Locked: whoever gives one of them another name meanwhile writes its key as well.
    const options = { where: { id: [...ids] }, transaction: t, lock: t.LOCK.UPDATE };
    const found = kind === 'firm' ? await Firm.findAll(options) : await Lawyer.findAll(options);
    const rows = found.map(({ id, name }) => ({ id, nameKey: toNameKey(name, kind) }));
    for (const { id, nameKey } of rows) {
      const one = { where: { id }, transaction: t };
      await (kind === 'firm' ? Firm.update({ nameKey }, one) : Lawyer.update({ nameKey }, one));
    }
    await indexNames(kind, rows, t);
  });
}
