import { z } from 'zod';
import { Op } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { hashToken } from '../../platform/crypto/tokens.ts';
import { select } from '../../platform/db/database.ts';
import { readSecurity } from '../settings/read-security.ts';
import { HOLD_REASONS, type Held } from '../../contract/accounts/holds.ts';
import { oneOf } from '../../contract/reply-parts.ts';
import type { Actor, InSession, Realm } from '../../actor.ts';
import { Session } from './model.ts';
import { STILL_HOLDS } from './hold.ts';
import { knownSession } from './known-sessions.ts';
import { actorOf, asksForSecondFactor, IDLE_MS } from './policy.ts';
import { flag } from '../../platform/db/rows.ts';

/** `last_seen_at` is written at most this often: a page makes many requests, and one write tells enough. */
const TOUCH_EVERY_MS = 60_000;

const sessionRow = z.strictObject({
  sessionId: z.int(),
  lastSeenAt: z.int(),
  id: z.int(),
  kind: z.enum(['firm', 'lawyer', 'staff']),
  firmId: z.int().nullable(),
  lawyerId: z.int().nullable(),
  name: z.string(),
  roles: z.string(),
  isTemporary: flag,
  secondFactorAt: z.int().nullable(),
  heldFor: oneOf(HOLD_REASONS).nullable(),
  heldUntil: z.int().nullable(),
});
type SessionRow = z.infer<typeof sessionRow>;

/**
 * Who a token belongs to, or null: unknown, of the other realm, idle for too long, or its account is closed (cancelled
 * members). `mustChangePassword`: the password is a temporary one and opens nothing else.
 * `mustSetUpSecondFactor`: the roles ask for a second factor, and there is none. `held`: nobody has vouched yet for who
 * opened it.
 */
export async function resolveSession({
  token,
  realm,
  address,
  reads = false,
}: {
  token: string;
  realm: Realm;
  address: string;
  /** Nothing is done in it, only looked at: then it may be the session of a moment ago (known-sessions.ts). */
  reads?: boolean;
}): Promise<{
  actor: Actor & InSession;
  mustChangePassword: boolean;
  mustSetUpSecondFactor: boolean;
  held: Held | null;
} | null> {
  const tokenHash = hashToken(token);
  const read = () => readSession(tokenHash);
  const row = await (reads ? knownSession(tokenHash, read, opensAsBefore) : read());
  if (!row || (row.kind === 'staff') !== (realm === 'staff')) return null;
  const now = clock.now();
  if (row.lastSeenAt + IDLE_MS[realm] <= now) {
    await Session.destroy({ where: { id: row.sessionId } });
    return null;
  }
  if (row.lastSeenAt + TOUCH_EVERY_MS <= now) {
    // Several requests come together; one of them writes.
    await Session.update(
      { lastSeenAt: now, address },
      // That somebody is still there makes no session another one.
      { where: { id: row.sessionId, lastSeenAt: { [Op.lte]: row.lastSeenAt } }, hooks: false },
    );
  }
  const actor = actorOf(row, { id: row.sessionId, address });
  return {
    actor,
    held: row.heldFor && { reason: row.heldFor, until: row.heldUntil },
    mustChangePassword: row.isTemporary !== 0,
    mustSetUpSecondFactor:
      actor.kind === 'staff' && row.secondFactorAt === null && asksForSecondFactor(actor.roles, await readSecurity()),
  };
}

async function readSession(tokenHash: string): Promise<SessionRow | undefined> {
  const [row] = await select(
    sessionRow,
    `SELECT s.id AS sessionId, s.last_seen_at AS lastSeenAt, a.id, a.kind, a.firm_id AS firmId,
       a.lawyer_id AS lawyerId, a.name, a.roles, a.is_temporary AS isTemporary,
       f.confirmed_at AS secondFactorAt, h.reason AS heldFor, h.held_until AS heldUntil
     FROM sessions s JOIN accounts a ON a.id = s.account_id LEFT JOIN second_factors f ON f.account_id = a.id
       LEFT JOIN account_holds h ON h.account_id = a.id AND ${STILL_HOLDS}
     WHERE s.token_hash = ? AND a.is_closed = 0`,
    [clock.now(), tokenHash],
  );
  return row;
}

/**
 * Whether a session opens everything that its roles open, and neither ends nor is to be noted as in use: whoever has just
 * been let in (a password of one's own, a second factor, a hold that was ended) is let in by every process at once.
 */
function opensAsBefore(row: SessionRow): boolean {
  const isOpen = row.isTemporary === 0 && row.heldFor === null && (row.kind !== 'staff' || row.secondFactorAt !== null);
  return isOpen && row.lastSeenAt + TOUCH_EVERY_MS > clock.now();
}
