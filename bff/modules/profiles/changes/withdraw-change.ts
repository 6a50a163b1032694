import type { MemberActor } from '../../../actor.ts';
import { profileSection } from '../../../contract/profile/profile.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { ProfileChange } from '../change-model.ts';
import { lawyerOf, lockOwn } from '../policy.ts';

/** Takes back a change that is not decided. Throws `not_found`, `already_decided`, `wrong_state`. */
export async function withdrawChange({ actor, id }: { actor: MemberActor; id: number }): Promise<void> {
  const lawyerId = lawyerOf(actor);
  await transaction(async (t) => {
    const profile = await lockOwn(lawyerId, t);
    const where = { id, lawyerId };
    const change = await ProfileChange.findOne({ where, transaction: t, rejectOnEmpty: new AppError('not_found') });
    if (!profile) throw new AppError('not_found');
    expectOpen(change);
    const at = clock.now();
    await change.update({ state: 'withdrawn', openMark: null, decidedAt: at, changedAt: at }, { transaction: t });
    const line = { action: 'profile.change-withdrawn', targetKind: 'profile', targetId: profile.id } as const;
    await writeAudit({ actor, ...line, target: actor.name, detail: profileSection(change.section).label }, t);
  });
}

/** Throws `already_decided` or `wrong_state` where a change waits no more. */
export function expectOpen({ state }: ProfileChange): void {
  if (state === 'effective' || state === 'rejected') throw new AppError('already_decided', { message: '该变更已审核' });
  if (state === 'withdrawn') throw new AppError('wrong_state', { message: '该变更已撤回' });
  if (state === 'void') throw new AppError('wrong_state', { message: '该变更已失效，请在信息补全中修改' });
}
