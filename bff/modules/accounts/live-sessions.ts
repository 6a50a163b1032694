import { z } from 'zod';
import type { Role } from '../../contract/accounts/enums.ts';
import { clock } from '../../platform/clock/clock.ts';
import { select } from '../../platform/db/database.ts';
import { inList } from '../../platform/db/keyset.ts';
import { flag } from '../../platform/db/rows.ts';
import { IDLE_MS, rolesOf } from './policy.ts';

const row = z.strictObject({
  id: z.int(),
  isStaff: flag,
  lastSeenAt: z.int(),
  roles: z.string(),
});
/** Sessions of one statement. */
const AT_ONCE = 500;

/**
 * Which of these sessions still stand, and with which roles: for whoever holds something open in them. Ended, idle for too
 * long, of an account that was closed or has a temporary password again: not among them.
 */
export async function liveSessions(ids: readonly number[]): Promise<Map<number, readonly Role[]>> {
  const live = new Map<number, readonly Role[]>();
  const now = clock.now();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const list = inList(ids.slice(from, from + AT_ONCE));
    const rows = await select(
      row,
      `SELECT s.id AS id, a.kind = 'staff' AS isStaff, s.last_seen_at AS lastSeenAt, a.roles
       FROM sessions s JOIN accounts a ON a.id = s.account_id
       WHERE s.id IN ${list.sql} AND a.is_closed = 0 AND a.is_temporary = 0`,
      list.values,
    );
    for (const { id, isStaff, lastSeenAt, roles } of rows) {
      if (lastSeenAt + IDLE_MS[isStaff === 1 ? 'staff' : 'member'] > now) live.set(id, rolesOf({ roles }));
    }
  }
  return live;
}
