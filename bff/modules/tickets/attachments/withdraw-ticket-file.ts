import type { MemberActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofTicket } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { discardFiles } from '../../files/discard-files.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { TicketMessage } from '../model.ts';
import { loadTicket } from '../policy.ts';
import { askerMay } from '../rules.ts';
import { answeredIn } from '../thread/read-thread.ts';
import { ofMessage } from '../thread/write-message.ts';

/**
 * Takes back a file that a member sent by mistake, while nobody has decided: its bytes are gone for everybody, who had
 * opened it stays written down. Throws `not_found`, `wrong_state`.
 */
export async function withdrawTicketFile(what: { actor: MemberActor; messageId: number; token: string }) {
  const { actor, messageId, token } = what;
  await transaction(async (t) => {
    const message = await TicketMessage.findByPk(messageId, { transaction: t });
    if (message?.byKind !== 'member') throw new AppError('not_found');
    const ticket = await answeredIn(await loadTicket(actor, message.ticketId, t), t);
    if (!askerMay(ticket, clock.now()).cancel) throw new AppError('wrong_state', { message: DECIDED });
    const [file] = await discardFiles({ owner: ofMessage(messageId), token, why: 'withdrawn' }, t);
    if (!file) throw new AppError('not_found');
    // The version stays: an answer that staff are writing is not held up by it.
    await writeEvent({ subject: ofTicket(ticket.id), event: 'file_withdrawn', by: actor, note: file.name }, t);
    const line = { action: 'ticket.file-withdrawn', targetKind: 'ticket', targetId: ticket.id } as const;
    await writeAudit({ actor, ...line, target: ticket.number, detail: file.name }, t);
  });
}
const DECIDED = '工单已办结，附件是办理的依据，不能撤回；确需删除的，请提交“个人信息的查询、更正、删除”工单';
