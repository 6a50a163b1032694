import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { decrypt, encrypt } from '../../../platform/crypto/encryption.ts';
import { randomToken } from '../../../platform/crypto/tokens.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import type { Activity } from '../model.ts';
import { ActivityDraw } from './model.ts';

const SEED_BYTES = 32;
const CODE_BITS = 128;
const contextOf = (activityId: number) => `activity_draws.seed:${activityId}`;

/**
 * Makes the seed of an activity that is published, once for all: its hash is shown from now on and stands in the log, itself
 * only when it is drawn. The activity is locked.
 */
export async function makeDraw({ actor, activity }: { actor: StaffActor; activity: Activity }, t: Transaction) {
  const seed = randomBytes(SEED_BYTES);
  const commitment = createHash('sha256').update(seed).digest('hex');
  await ActivityDraw.create(
    {
      activityId: activity.id,
      code: randomToken(CODE_BITS),
      seedSealed: encrypt(seed.toString('hex'), contextOf(activity.id)),
      commitment,
    },
    { transaction: t },
  );
  const line = { action: 'activity.draw-made', targetKind: 'activity', targetId: activity.id } as const;
  await writeAudit({ actor, ...line, target: activity.title, detail: `种子的SHA-256：${commitment}` }, t);
  await orderFreeze(activity, t);
}

/** The seed, hex. */
export const seedOf = ({ activityId, seedSealed }: ActivityDraw): string => decrypt(seedSealed, contextOf(activityId));

/** Has the list frozen as soon as sign-up has ended. */
export async function orderFreeze({ id, closesAt }: Pick<Activity, 'id' | 'closesAt'>, t: Transaction): Promise<void> {
  const dedupeKey = `freeze-draw:${id}:${closesAt}`;
  await enqueue('freeze-draw', { activityId: id }, { t, runAt: closesAt, dedupeKey });
}
