import type { MemberActor } from '../../../actor.ts';
import type { OwnRegistrations } from '../../../contract/activities/replies.ts';
import { toIso } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { Activity, ActivityGroup, Registration } from '../model.ts';
import { expectLawyer } from '../policy.ts';
import { phaseOf } from '../rules.ts';
import { waitingPosition } from './waiting-position.ts';

/** The latest registrations that are looked through. */
const MAX_SHOWN = 200;

/** 我已报名活动: of each activity the latest registration; what is still to come first, the next before the others. */
export async function listOwnRegistrations({ actor }: { actor: MemberActor }): Promise<OwnRegistrations> {
  const { lawyerId } = expectLawyer(actor);
  const now = clock.now();
  const all = await Registration.findAll({ where: { lawyerId }, order: [['id', 'DESC']], limit: MAX_SHOWN });
  const latest = [...new Map([...all].reverse().map((one) => [one.activityId, one])).values()];
  const activities = await Activity.findAll({ where: { id: latest.map(({ activityId }) => activityId) } });
  const groups = await ActivityGroup.findAll({ where: { id: latest.map(({ groupId }) => groupId) } });
  const activityOf = new Map(activities.map((activity) => [activity.id, activity]));
  const groupOf = new Map(groups.map(({ id, name }) => [id, name]));
  const items = await Promise.all(
    latest.map(async (registration) => {
      const activity = activityOf.get(registration.activityId)!;
      return {
        registrationId: registration.id,
        activityId: activity.id,
        title: activity.title,
        phase: phaseOf(activity, now),
        place: activity.place,
        beginsAt: toIso(activity.beginsAt),
        endsAt: toIso(activity.endsAt),
        state: registration.state,
        group: groupOf.get(registration.groupId) ?? '',
        signedAt: toIso(registration.signedAt),
        position: await waitingPosition(registration),
        offerUntil: toIso(registration.offerUntil),
        payUntil: toIso(registration.payUntil),
      };
    }),
  );
  const isOver = ({ endsAt }: { endsAt: string }) => Date.parse(endsAt) <= now;
  const byBeginning = [...items].sort((a, b) => Date.parse(a.beginsAt) - Date.parse(b.beginsAt));
  return {
    now: toIso(now),
    items: [...byBeginning.filter((one) => !isOver(one)), ...byBeginning.filter(isOver).reverse()],
  };
}
