import type { MemberActor } from '../../../actor.ts';
import { LEAVE_REASONS } from '../../../contract/activities/enums.ts';
import type { AskLeaveParsed } from '../../../contract/activities/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofRegistration } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { bindFiles } from '../../files/bind-files.ts';
import { expectLawyer } from '../policy.ts';
import { rightsOf } from '../rules.ts';
import { endRegistration } from '../seats/end-registration.ts';
import { lockRegistration } from '../seats/load-locked.ts';
import { serveWaiting } from '../seats/serve-waiting.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';

/**
 * 请假, and 预约请假 between the end of cancelling and that of sign-up: effective at once, the seat goes to the next who
 * waits. Harmless when it was done before. Throws `forbidden`, `not_found`, `wrong_state` in words, `invalid_fields` for
 * files that are gone.
 */
export async function askLeave(asked: { actor: MemberActor; id: number; input: AskLeaveParsed }): Promise<void> {
  const { actor, id, input } = asked;
  const lawyer = expectLawyer(actor);
  await transaction(async (t) => {
    const { activity, registration } = await lockRegistration({ id, lawyerId: lawyer.lawyerId }, t);
    if (registration.state === 'leave') return;
    const { leave } = rightsOf(activity, registration.liveKey === null ? null : registration, clock.now());
    if ('reason' in leave) throw new AppError('wrong_state', { message: leave.reason });
    const owner = ofRegistration(id);
    await bindFiles({ accountId: actor.accountId, owner, tokens: input.attachments }, t);
    const reason = [LEAVE_REASONS[input.reason], input.note].filter(Boolean).join('：');
    await endRegistration({ registration, as: 'leave', by: actor, reason, leaveReason: input.reason }, t);
    const line = { action: 'registration.leave', targetKind: 'registration', targetId: id } as const;
    await writeAudit({ actor, ...line, target: `${activity.title} ${actor.name}` }, t);
    await tellLawyer({ activity, registration, event: 'activity_ended', news: '请假已生效，不记缺席。' }, t);
    await serveWaiting(activity.id, t);
  });
}
