import { z } from 'zod';
import { select } from '../../../platform/db/database.ts';
import { dropSnapshots } from '../../profiles/retention/drop-snapshots.ts';

/** Removed in one transaction. */
const AT_ONCE = 200;
const idRow = z.strictObject({ id: z.int() });

/**
 * Removes what was submitted before `before` and is neither in force nor waiting, nor named by the history or a form that was
 * issued of it. Answers how many.
 */
export async function dropOldSnapshots(before: number): Promise<number> {
  for (let removed = 0; ;) {
    const rows = await select(
      idRow,
      `SELECT s.id FROM profile_snapshots s
       WHERE s.created_at < ?
         AND NOT EXISTS (SELECT 1 FROM profiles p WHERE p.approved_snapshot_id = s.id OR p.snapshot_id = s.id)
         AND NOT EXISTS (SELECT 1 FROM registration_forms f WHERE f.snapshot_id = s.id)
         AND NOT EXISTS (SELECT 1 FROM profile_history h WHERE h.before_snapshot_id = s.id OR h.after_snapshot_id = s.id)
       ORDER BY s.id LIMIT ${AT_ONCE}`,
      [before],
    );
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return removed;
    await dropSnapshots(ids);
    removed += ids.length;
    if (rows.length < AT_ONCE) return removed;
  }
}
