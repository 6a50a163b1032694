import { ofApplication } from '../../../subject.ts';
import type { Transaction } from 'sequelize';
import type { AuditAction } from '../../../contract/audit/enums.ts';
import type { TimelineEvent } from '../../../contract/timeline/enums.ts';
import type { Actor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import type { PaperOrder } from '../model.ts';

/** Notes a step of an order in the member's timeline and in 操作日志. `by` null: the system. */
export async function notePaper(
  note: { order: PaperOrder; by: Actor | null; event: TimelineEvent; action: AuditAction; text?: string },
  t: Transaction,
): Promise<void> {
  const { order, by, event, action, text = '' } = note;
  await writeEvent({ subject: ofApplication(order.applicationId), event, by, note: text }, t);
  await writeAudit(
    {
      actor: by,
      action,
      targetKind: 'paper',
      targetId: order.id,
      target: `${order.number} ${order.recipient}`,
      detail: text,
    },
    t,
  );
}
