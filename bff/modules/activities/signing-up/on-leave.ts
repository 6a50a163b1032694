import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { Registration } from '../model.ts';

/** What is said to one who asked for leave and would sign up again: only staff undo a leave (activities.md, the six instants). */
export const ON_LEAVE = '您已请假；要恢复报名的，请提交工单，由工作人员办理';

/** Whether the latest registration of a lawyer in an activity is a leave. */
export const isOnLeave = (latest: Pick<Registration, 'state'> | null | undefined): boolean => latest?.state === 'leave';

/** Throws `wrong_state` for a lawyer who is on leave from an activity. */
export async function expectNotOnLeave(whose: { activityId: number; lawyerId: number }, t: Transaction): Promise<void> {
  const latest = await Registration.findOne({
    where: whose,
    attributes: ['state'],
    order: [['id', 'DESC']],
    transaction: t,
  });
  if (isOnLeave(latest)) throw new AppError('wrong_state', { message: ON_LEAVE });
}
