import type { StaffActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { listColleagues } from '../../accounts/list-colleagues.ts';
import { mailNumbers } from '../duty/mail-numbers.ts';
import { TicketDuty } from '../duty/model.ts';
import { readOpenMatters } from './read-open-matters.ts';
import { heirsOf } from './show-handover.ts';

/**
 * 交接: gives everything that a member of staff has open to one colleague, in one transaction: open tickets, and leaves in
 * which the leaver stands in. The leaver is given nothing new. The colleague is told the numbers by mail. Throws
 * `not_found`, `invalid_fields`.
 */
export async function handOver(act: { actor: StaffActor; accountId: number; toId: number }): Promise<void> {
  const { actor, accountId, toId } = act;
  await transaction(async (t) => {
    const matters = await readOpenMatters(accountId, t);
    const { person, tickets, leaves } = matters;
    const to = heirsOf(matters).find(({ id }) => id === toId);
    if (!to) throw new AppError('invalid_fields', { fields: { toId: NOT_TO } });
    for (const ticket of tickets) {
      const given = { assigneeId: to.id, assigneeName: to.name, version: ticket.version + 1 };
      await ticket.update(given, { transaction: t });
    }
    for (const leave of leaves) {
      await leave.update({ standInId: to.id, leaveVersion: leave.leaveVersion + 1 }, { transaction: t });
    }
    await TicketDuty.update({ isPresent: false }, { where: { accountId }, transaction: t });
    const target = { targetKind: 'account', targetId: accountId, target: person.name } as const;
    const detail = `交给${to.name}：工单${tickets.length}份，代班${leaves.length}项`;
    await writeAudit({ actor, action: 'duty.handed-over', ...target, detail }, t);
    const colleague = (await listColleagues(t)).find(({ id }) => id === to.id);
    if (colleague) await mailNumbers({ to: colleague, template: 'tickets_handed', tickets }, t);
  });
}
const NOT_TO = '请选择其他在职的同事：不在休假，处理这些工单的岗位，本人的休假不由移交人代班';
