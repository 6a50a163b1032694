import { z } from 'zod';
import { select, transaction } from '../../platform/db/database.ts';
import { discardFiles } from '../files/discard-files.ts';

/** Claims that are looked for at once; the files of each are removed in a transaction of their own. */
const AT_ONCE = 200;
const ownerRow = z.strictObject({ kind: z.string(), id: z.int() });

/**
 * Removes what proved claims that were decided, or withdrawn, before `before`, and what was taken off them when they were
 * mended; the claims go on saying that there was something. Answers how many files.
 */
export async function dropProofsBefore(before: number): Promise<number> {
  for (let removed = 0; ;) {
    const owners = await select(
      ownerRow,
      `SELECT DISTINCT u.owner_kind AS kind, u.owner_id AS id FROM uploads u JOIN hours_claims c ON c.id = u.owner_id
       WHERE u.owner_kind IN ('hours_claim', 'former-hours_claim') AND u.discarded_at IS NULL
         AND c.state <> 'waiting' AND COALESCE(c.decided_at, c.submitted_at) < ? ORDER BY id, kind LIMIT ?`,
      [before, AT_ONCE],
    );
    for (const owner of owners) {
      removed += (await transaction((t) => discardFiles({ owner, why: 'expired' }, t))).length;
    }
    if (owners.length < AT_ONCE) return removed;
  }
}
