import type { MemberActor } from '../../../actor.ts';
import type { MeetingAddress } from '../../../contract/activity-meeting/replies.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofRegistration } from '../../../subject.ts';
import { readTimeline } from '../../timeline/read-timeline.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { expectLawyer } from '../policy.ts';
import { inWords, meetingFrom } from '../rules.ts';
import { lockRegistration } from '../seats/load-locked.ts';

/**
 * Where a lawyer enters the meeting of an online activity: to who has a seat, from half an hour before it until it ends, and
 * noted when it was asked for first. An address that was handed on is then seen: whoever uses it has not asked. Throws
 * `forbidden`, `not_found`, `wrong_state` in words.
 */
export async function enterMeeting({ actor, id }: { actor: MemberActor; id: number }): Promise<MeetingAddress> {
  const { lawyerId } = expectLawyer(actor);
  return transaction(async (t) => {
    const { activity, registration } = await lockRegistration({ id, lawyerId }, t);
    const refuse = (message: string) => new AppError('wrong_state', { message });
    if (registration.state !== 'registered') throw refuse('您没有占有名额，不能进入会议');
    if (activity.state === 'cancelled') throw refuse('活动已取消');
    if (activity.meetingUrl === '') throw refuse('会议链接尚未提供，请留意通知，或联系协会');
    const [now, from] = [clock.now(), meetingFrom(activity)];
    if (now < from) throw refuse(`${inWords(from)}起可以进入会议`);
    if (now >= activity.endsAt) throw refuse('活动已结束');
    const subject = ofRegistration(id);
    const lines = await readTimeline(subject, t);
    if (!lines.some(({ event }) => event === 'entered')) await writeEvent({ subject, event: 'entered', by: actor }, t);
    return { url: activity.meetingUrl };
  });
}
