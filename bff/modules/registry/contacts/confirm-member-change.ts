import { isConfirmedByColleague, MEMBER_CHANGES } from '../../../contract/activation/enums.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { Firm, Lawyer } from '../model.ts';
import { MemberChange } from './member-change-model.ts';

/**
 * A second person has looked at a new identity number or head: whoever entered it may hand out codes again. Throws
 * `not_found`, `already_decided`, `forbidden` for whoever entered it.
 */
export async function confirmMemberChange(confirmed: { actor: StaffActor; id: number; reason: string }): Promise<void> {
  const { actor, id, reason } = confirmed;
  await transaction(async (t) => {
    const change = await MemberChange.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
    if (!change || !isConfirmedByColleague(change.field)) throw new AppError('not_found');
    if (change.confirmedAt !== null) throw new AppError('already_decided', { message: '该变更已被复核' });
    if (change.changedBy === actor.accountId) {
      throw new AppError('forbidden', { message: '须由另一位工作人员复核，不能复核自己登记的变更' });
    }
    await change.update({ confirmedAt: clock.now(), confirmedByName: actor.name }, { transaction: t });
    const options = { transaction: t, rejectOnEmpty: true } as const;
    const { subjectKind, subjectId, field, changedByName } = change;
    const member =
      subjectKind === 'firm' ? await Firm.findByPk(subjectId, options) : await Lawyer.findByPk(subjectId, options);
    await writeAudit(
      {
        actor,
        action: 'member-change.confirmed',
        targetKind: subjectKind,
        targetId: subjectId,
        target: `${member.name}（${member.licenceNo}）`,
        detail: `${MEMBER_CHANGES[field]}，${changedByName} 登记：${reason}`,
      },
      t,
    );
  });
}
