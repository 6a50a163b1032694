import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { LIVE_STATES, type RegistrationState } from '../../../contract/activities/enums.ts';
import type { Audience } from '../../../contract/roster-messages/enums.ts';
import { select } from '../../../platform/db/database.ts';
import { inList } from '../../../platform/db/keyset.ts';
import { flag } from '../../../platform/db/rows.ts';

const STATES: Record<Audience, readonly RegistrationState[]> = {
  live: LIVE_STATES,
  registered: ['registered'],
  queue: ['waiting', 'offered'],
  applied: ['applied', 'drawing'],
  paying: ['paying'],
  present: ['registered'],
  absent: ['registered'],
};

const row = z.strictObject({ registrationId: z.int(), name: z.string(), hasAddress: flag, wantsMail: flag });
export type Reached = z.infer<typeof row>;

/** Whom an audience means now, in the order of signing up, and whether a mail would go to each besides the inbox. */
export function readAudience(
  { activityId, audience }: { activityId: number; audience: Audience },
  t?: Transaction,
): Promise<Reached[]> {
  const states = inList(STATES[audience]);
  const isSeen = audience === 'present' || audience === 'absent';
  return select(
    row,
    `SELECT r.id AS registrationId, l.name, CASE WHEN l.email <> '' THEN 1 ELSE 0 END AS hasAddress,
      COALESCE(c.by_mail, 1) AS wantsMail
     FROM activity_registrations r JOIN lawyers l ON l.id = r.lawyer_id
      LEFT JOIN notice_choices c ON c.member_kind = 'lawyer' AND c.member_id = l.id AND c.kind = 'activity'
      ${isSeen ? 'JOIN activity_presences p ON p.registration_id = r.id AND p.outcome = ?' : ''}
     WHERE r.activity_id = ? AND r.state IN ${states.sql} ORDER BY r.id`,
    [...(isSeen ? [audience] : []), activityId, ...states.values],
    t,
  );
}
