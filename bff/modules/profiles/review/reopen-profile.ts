import type { StaffActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { publish } from '../../../events.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofProfile } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { ProfileChange } from '../change-model.ts';
import { ProfileSectionRow, ProfileSnapshot } from '../model.ts';
import { loadProfile } from '../policy.ts';
import { tellDecided } from './tell-decided.ts';

/**
 * Gives an approved profile back to its lawyer, for a reason that the lawyer reads. What was approved stays in force until
 * the next approval. Throws `not_found`, `wrong_state`, `changed_meanwhile`.
 */
export async function reopenProfile(asked: {
  actor: StaffActor;
  id: number;
  version: number;
  reason: string;
}): Promise<void> {
  const { actor, id, version, reason } = asked;
  await transaction(async (t) => {
    const profile = await loadProfile(actor, id, t);
    if (profile.state !== 'approved') throw new AppError('wrong_state', { message: '只能退回已通过的信息' });
    if (profile.version !== version) throw new AppError('changed_meanwhile');
    await profile.update(
      {
        state: 'rejected',
        version: version + 1,
        confirmedHash: null,
        reopenedReason: reason,
        changedAt: clock.now(),
      },
      { transaction: t },
    );
    const where = { lawyerId: profile.lawyerId };
    await ProfileSectionRow.update({ isOpen: true }, { where, transaction: t });
    // Its open changes end: the lawyer writes them in the profile itself now.
    const open = { lawyerId: profile.lawyerId, state: 'waiting' } as const;
    await ProfileChange.update({ state: 'void', openMark: null }, { where: open, transaction: t });
    await writeEvent({ subject: ofProfile(id), event: 'reopened', by: actor, note: reason }, t);
    await publish('profile.moved', { lawyerId: profile.lawyerId }, t);
    const approved = await ProfileSnapshot.findByPk(profile.approvedSnapshotId ?? 0, {
      transaction: t,
      rejectOnEmpty: true,
    });
    const { given } = approved.content;
    const target = `${String(given['name'])}（${String(given['licenceNo'])}）`;
    const line = { action: 'profile.reopened', targetKind: 'profile', targetId: id, target } as const;
    await writeAudit({ actor, ...line, detail: reason }, t);
    await tellDecided({ profile, isApproved: false, name: String(given['name']) }, t);
  });
}
