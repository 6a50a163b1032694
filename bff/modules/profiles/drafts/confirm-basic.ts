import type { MemberActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { isEditable, lawyerOf, lockOwn } from '../policy.ts';
import { commonlyDone } from './keep-progress.ts';
import { readWhole } from './read-whole.ts';

/**
 * Confirms 基本信息 as the member has seen it: its hash is kept, so that any change, also one of the registry, makes the
 * confirmation void by itself. Throws `not_found`, `wrong_state`, `changed_meanwhile`, `invalid_fields` with everything
 * that is missing in it.
 */
export async function confirmBasic({ actor, version }: { actor: MemberActor; version: number }): Promise<void> {
  const lawyerId = lawyerOf(actor);
  await transaction(async (t) => {
    const profile = await lockOwn(lawyerId, t);
    if (!profile) throw new AppError('wrong_state', { message: '请先填写基本信息' });
    if (!isEditable(profile.state)) throw new AppError('wrong_state', { message: '已提交审核，如需修改请先撤回' });
    const whole = await readWhole(lawyerId, t);
    const seen = whole.rows.find(({ section }) => section === 'basic')?.version;
    if (seen !== version) throw new AppError('changed_meanwhile', { message: '基本信息刚修改过，请核对后再确认' });
    const basic = whole.judged.find(({ key }) => key === 'basic');
    if (!basic?.isComplete) throw new AppError('invalid_fields', { fields: { ...basic?.faults } });
    await profile.update(
      { confirmedHash: whole.hash, confirmedAt: clock.now(), doneSections: commonlyDone(whole) },
      { transaction: t },
    );
  });
}
