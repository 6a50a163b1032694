import type { Transaction } from 'sequelize';
import type { Events } from '../../events.ts';
import { HoursClaim } from './model.ts';
import { noteClaim } from './note-claim.ts';
import { tellDecided } from './tell-decided.ts';

const OPINION = '协会已移除相应的学时记录，不再计入；需要时可以重新申报，有异议的请提交工单';

/**
 * A claim whose record of hours is removed is no longer accepted: its lawyer is told, and may claim the course again. Locks:
 * lawyer (by who removes) → claim.
 */
export async function revokeClaim({ recordId, by }: Events['hours.removed'], t: Transaction): Promise<void> {
  const where = { hoursRecordId: recordId, state: 'accepted' } as const;
  const claim = await HoursClaim.findOne({ where, transaction: t, lock: t.LOCK.UPDATE });
  if (!claim) return;
  await claim.update(
    { state: 'revoked', acceptedTenths: null, liveKey: null, opinion: OPINION, version: claim.version + 1 },
    { transaction: t },
  );
  await noteClaim({ actor: by, claim, event: 'revoked' }, t);
  await tellDecided(claim, t);
}
