import type { MemberActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { publish } from '../../../events.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofProfile } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { ProfileSectionRow, ProfileSnapshot } from '../model.ts';
import { lawyerOf, lockOwn } from '../policy.ts';

/**
 * Takes back what was submitted and is not decided: the profile is as it was before, to be written in. Throws `not_found`,
 * `already_decided`, `wrong_state`.
 */
export async function withdrawProfile({ actor }: { actor: MemberActor }): Promise<void> {
  const lawyerId = lawyerOf(actor);
  await transaction(async (t) => {
    const profile = await lockOwn(lawyerId, t);
    if (profile?.state === 'approved' || profile?.state === 'rejected') {
      throw new AppError('already_decided', { message: '该申请已审核，请查看结果' });
    }
    if (profile?.state !== 'waiting') throw new AppError('wrong_state', { message: '没有待审核的申请' });
    const where = { id: profile.snapshotId ?? 0 };
    await ProfileSnapshot.update({ outcome: 'withdrawn' }, { where, transaction: t });
    await ProfileSectionRow.update({ isOpen: true }, { where: { lawyerId }, transaction: t });
    await profile.update(
      { state: 'filling', version: profile.version + 1, changedAt: clock.now() },
      { transaction: t },
    );
    await writeEvent({ subject: ofProfile(profile.id), event: 'withdrawn', by: actor }, t);
    await publish('profile.moved', { lawyerId }, t);
    const line = {
      action: 'profile.withdrawn',
      targetKind: 'profile',
      targetId: profile.id,
      target: actor.name,
    } as const;
    await writeAudit({ actor, ...line }, t);
  });
}
