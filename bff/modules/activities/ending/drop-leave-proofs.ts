import { z } from 'zod';
import { select, transaction } from '../../../platform/db/database.ts';
import { ofRegistration } from '../../../subject.ts';
import { discardFiles } from '../../files/discard-files.ts';

/** Registrations that are looked for at once; the files of each are removed in a transaction of their own. */
const AT_ONCE = 200;
const idRow = z.strictObject({ id: z.int() });

/** Removes what was sent with a leave from an activity that ended before `before`. Answers how many files. */
export async function dropLeaveProofsBefore(before: number): Promise<number> {
  for (let removed = 0; ;) {
    const rows = await select(
      idRow,
      `SELECT DISTINCT u.owner_id AS id FROM uploads u JOIN activity_registrations r ON r.id = u.owner_id
       JOIN activities a ON a.id = r.activity_id
       WHERE u.owner_kind = 'registration' AND u.discarded_at IS NULL AND a.ends_at < ? ORDER BY id LIMIT ?`,
      [before, AT_ONCE],
    );
    for (const { id } of rows) {
      const owner = ofRegistration(id);
      removed += (await transaction((t) => discardFiles({ owner, why: 'expired' }, t))).length;
    }
    if (rows.length < AT_ONCE) return removed;
  }
}
