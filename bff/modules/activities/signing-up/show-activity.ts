import { Op } from 'sequelize';
import type { MemberActor } from '../../../actor.ts';
import type { ActivityPage } from '../../../contract/activities/replies.ts';
import { LIVE_STATES } from '../../../contract/activities/enums.ts';
import { toIso } from '../../../contract/dates.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { ofRegistration } from '../../../subject.ts';
import { readTimeline } from '../../timeline/read-timeline.ts';
import { readOwnDraw } from '../draw/read-draw.ts';
import { Activity, ActivityChange, ActivityGroup, Registration } from '../model.ts';
import { Presence } from '../presence/model.ts';
import { currentRestriction, hasToWait } from '../restrictions/current-restriction.ts';
import type { Restriction } from '../restrictions/model.ts';
import { restrictedRights } from '../restrictions/restricted-rights.ts';
import { servedFrom } from '../restrictions/rules.ts';
import { presentNamed, presentRight, seatsLeft } from '../present.ts';
import { inWords, refundRule, rightsOf, type Rights } from '../rules.ts';
import { judgeLawyer } from '../seats/judge-lawyer.ts';
import { waitingPosition } from './waiting-position.ts';

const FIRM = '活动由律师本人报名，请用律师账号登录';

/**
 * An activity as a member reads it: why it is not for him with his own figures, and what he can do now. Throws `not_found`
 * for one that is not published or out of sight, and for one that only those may see whom it is for, unless he signed up.
 */
export async function showActivity({ actor, id }: { actor: MemberActor; id: number }): Promise<ActivityPage> {
  const activity = await Activity.findByPk(id);
  if (!activity || activity.state === 'draft' || activity.state === 'pending') throw new AppError('not_found');
  const now = clock.now();
  const groups = await ActivityGroup.findAll({ where: { activityId: id }, order: ['id'] });
  const lawyerId = actor.kind === 'lawyer' ? actor.lawyerId : null;
  const judged = lawyerId === null ? null : await judgeLawyer({ activity, groups, lawyerId });
  const registration =
    lawyerId === null
      ? null
      : await Registration.findOne({ where: { activityId: id, lawyerId }, order: [['id', 'DESC']] });
  const unmet = unmetOf(judged, groups);
  const restriction = lawyerId === null ? null : await waitsFor(lawyerId, activity);
  const isOutOfSight = activity.state === 'hidden' || (unmet.length > 0 && activity.visibility === 'fitting');
  if (isOutOfSight && !registration) {
    throw new AppError('not_found');
  }
  const fitting = groups.filter((group) => judged?.groups.get(group.id)?.length === 0);
  const shown = fitting.length > 0 ? fitting : groups;
  const live = registration?.liveKey ? registration : null;
  const changes = await ActivityChange.findAll({ where: { activityId: id }, order: [['id', 'DESC']], limit: 50 });
  return {
    now: toIso(now),
    ...presentNamed(activity, now),
    organiser: activity.organiser,
    speakers: activity.speakers,
    details: activity.details,
    notice: activity.notice,
    contact: activity.contact,
    address: activity.address,
    admission: activity.admission,
    draw: await readOwnDraw(activity, registration),
    waiting: activity.waiting,
    cancelReason: activity.cancelReason,
    groups: shown.map((group) => ({
      id: group.id,
      name: group.name,
      capacity: group.capacity,
      left: Math.min(seatsLeft(group), seatsLeft(activity)),
      feeFen: group.feeFen,
      unmet: judged?.groups.get(group.id) ?? [],
    })),
    refundRule: refundRule({
      cancelUntil: activity.cancelUntil,
      leaveRefund: activity.leaveRefund,
      feeFen: Math.max(0, ...shown.map(({ feeFen }) => feeFen)),
    }),
    form: activity.form,
    unmet,
    clashes: lawyerId === null ? [] : await clashesOf(activity, lawyerId),
    can: presentRights(restrictedRights(rightsOf(activity, live, now), { activity, restriction }), unmet),
    restriction: restriction && { until: toIso(restriction.untilAt), servedFrom: toIso(servedFrom(activity)) },
    own: registration && (await presentOwn(registration, groups)),
    changes: changes.map(({ at, field, beforeWords, afterWords }) => ({
      at: toIso(at),
      field,
      before: beforeWords,
      after: afterWords,
    })),
  };
}

/** The restriction that has a lawyer wait for it now; null: none does. */
async function waitsFor(lawyerId: number, activity: Activity): Promise<Restriction | null> {
  const restriction = await currentRestriction(lawyerId);
  return hasToWait(restriction, activity) ? restriction : null;
}

/** What stands against the activity itself, or against every one of its groups. */
function unmetOf(judged: Awaited<ReturnType<typeof judgeLawyer>> | null, groups: readonly ActivityGroup[]): string[] {
  if (judged === null) return [FIRM];
  const ofGroups = groups.map(({ id }) => judged.groups.get(id) ?? []);
  const fitsOne = ofGroups.some((sentences) => sentences.length === 0);
  return [...judged.activity, ...(fitsOne ? [] : [...new Set(ofGroups.flat())])];
}

function presentRights({ signUp, cancel, leave }: Rights, unmet: readonly string[]): ActivityPage['can'] {
  const fits = unmet.length === 0 || 'reason' in signUp;
  return {
    signUp: presentRight(fits ? signUp : { reason: '您不符合本活动的报名条件' }),
    cancel: presentRight(cancel),
    leave: presentRight(leave),
  };
}

async function presentOwn(
  registration: Registration,
  groups: readonly ActivityGroup[],
): Promise<NonNullable<ActivityPage['own']>> {
  const presence = await Presence.findOne({ where: { registrationId: registration.id } });
  const lines = await readTimeline(ofRegistration(registration.id));
  return {
    id: registration.id,
    state: registration.state,
    group: groups.find(({ id }) => id === registration.groupId)?.name ?? '',
    signedAt: toIso(registration.signedAt),
    position: await waitingPosition(registration),
    offerUntil: toIso(registration.offerUntil),
    cancelUntil: toIso(registration.cancelUntil),
    leaveUntil: toIso(registration.leaveUntil),
    payUntil: toIso(registration.payUntil),
    feeFen: registration.feeFen,
    refundRule: refundRule(registration),
    reason: registration.reason,
    presence: presence && {
      outcome: presence.outcome,
      way: presence.way,
      arrivedAt: toIso(presence.arrivedAt),
      leftAt: toIso(presence.leftAt),
      excuseReason: presence.excuseReason,
    },
    answers: registration.answers,
    timeline: lines.map(({ at, event, note }) => ({ at: toIso(at), event, note })),
  };
}

/** Own activities at the same time: a warning, never a refusal. */
async function clashesOf(activity: Activity, lawyerId: number): Promise<string[]> {
  const own = await Registration.findAll({
    where: { lawyerId, state: { [Op.in]: [...LIVE_STATES] }, activityId: { [Op.ne]: activity.id } },
  });
  const where = {
    id: own.map(({ activityId }) => activityId),
    state: 'published',
    beginsAt: { [Op.lt]: activity.endsAt },
    endsAt: { [Op.gt]: activity.beginsAt },
  } as const;
  const others = await Activity.findAll({ where, order: ['beginsAt'] });
  return others.map(({ title, beginsAt }) => `${title}（${inWords(beginsAt)}）`);
}
