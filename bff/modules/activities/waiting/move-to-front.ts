import type { StaffActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofRegistration } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { offersSeats } from '../rules.ts';
import { lockRegistration } from '../seats/load-locked.ts';
import { readLawyer } from '../seats/read-lawyer.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';
import { waitingPosition } from '../signing-up/waiting-position.ts';
import { frontOfQueue } from '../front-of-queue.ts';

/**
 * 提前 (activities.md, waiting list): the next free seat is this lawyer's; what absences have him wait for stays. All of the
 * staff read the reason beside the name, the lawyer only where he stands. Throws `not_found`, `wrong_state` in words.
 */
export async function moveToFront(moved: { actor: StaffActor; id: number; input: { reason: string } }): Promise<void> {
  const { actor, id, input } = moved;
  await transaction(async (t) => {
    const { activity, registration } = await lockRegistration({ id }, t);
    if (registration.state !== 'waiting') throw refuse('只有候补中的人员可以提前');
    if (!offersSeats(activity, clock.now())) throw refuse('该活动不再递补');
    if ((await waitingPosition(registration, t)) === 1) throw refuse('已是候补第一位');
    const queue = await frontOfQueue(activity.id, t);
    await registration.update({ queue, movedFor: input.reason }, { transaction: t });
    await writeEvent({ subject: ofRegistration(id), event: 'moved_up', by: actor }, t);
    const { name } = await readLawyer(registration.lawyerId, t);
    const line = { action: 'registration.moved-up', targetKind: 'registration', targetId: id } as const;
    await writeAudit({ actor, ...line, target: `${activity.title} ${name}`, detail: input.reason }, t);
    const news = '您的候补次序已调整为第一位，有空出的名额时通知您。';
    await tellLawyer({ activity, registration, event: 'activity_signed_up', news }, t);
  });
}

const refuse = (message: string) => new AppError('wrong_state', { message });
