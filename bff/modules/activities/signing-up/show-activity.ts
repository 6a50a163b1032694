import { Op } from 'sequelize';
import type { FirmActor, MemberActor } from '../../../actor.ts';
import type { ActivityPage } from '../../../contract/activities/replies.ts';
import { LIVE_STATES } from '../../../contract/activities/enums.ts';
import { toIso } from '../../../contract/dates.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { ofRegistration } from '../../../subject.ts';
import { readTimeline } from '../../timeline/read-timeline.ts';
import { readAttachments } from '../content/read-attachments.ts';
import { readSeriesOf, whyNotAlone } from '../sessions/series-of.ts';
import { readDetails } from '../content/read-details.ts';
import { readOwnDraw } from '../draw/read-draw.ts';
import { Activity, ActivityChange, ActivityGroup, Registration } from '../model.ts';
import { Presence } from '../presence/model.ts';
import { currentRestriction, hasToWait, type CurrentRestriction } from '../restricted/current-restriction.ts';
import { restrictedRights } from '../restrictions/restricted-rights.ts';
import { servedFrom } from '../restricted/rules.ts';
import { presentNamed, presentRight, readPoster, seatsLeft } from '../present.ts';
import { inWords, meetingFrom, refundRule, rightsOf, type Rights } from '../rules.ts';
import { judgeLawyer } from '../seats/judge-lawyer.ts';
import { asksAnswers } from './answer-offer.ts';
import { answersUntil, missingAnswers } from './answers-until.ts';
import { fitsFirm } from './fits-firm.ts';
import { isOnLeave, ON_LEAVE } from './on-leave.ts';
import { waitingPosition } from './waiting-position.ts';

/** What is said to a firm that asks what it may do itself. */
const FIRM = '请为本所律师报名，或由律师本人登录报名';

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
  const unmet = judged === null ? [] : unmetOf(judged, groups);
  const barred = isOnLeave(registration) ? ON_LEAVE : await whyNotAlone(activity);
  const restriction = lawyerId === null ? null : await waitsFor(lawyerId, activity);
  const isForNobody = actor.kind === 'firm' && !(await isForFirm(actor, activity, groups));
  const isOutOfSight =
    activity.state === 'hidden' || isForNobody || (unmet.length > 0 && activity.visibility === 'fitting');
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
    series: await readSeriesOf(activity),
    poster: await readPoster(id),
    organiser: activity.organiser,
    speakers: activity.speakers,
    details: readDetails(activity),
    attachments: await readAttachments(id),
    notice: activity.notice,
    contact: activity.contact,
    address: activity.address,
    mapPoint: activity.mapPoint,
    admission: activity.admission,
    draw: await readOwnDraw(activity, registration),
    waiting: activity.waiting,
    cancelReason: activity.cancelReason,
    isUrgent: activity.cancelledUrgently,
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
    can: rightsFor(actor, restrictedRights(rightsOf(activity, live, now), { activity, restriction }), {
      unmet,
      barred,
    }),
    restriction: restriction && { until: toIso(restriction.untilAt), servedFrom: toIso(servedFrom(activity)) },
    own: registration && (await presentOwn({ activity, registration, groups })),
    changes: changes.map(({ at, field, beforeWords, afterWords }) => ({
      at: toIso(at),
      field,
      before: beforeWords,
      after: afterWords,
    })),
  };
}

/** The restriction that has a lawyer wait for it now; null: none does. */
async function waitsFor(lawyerId: number, activity: Activity): Promise<CurrentRestriction | null> {
  const restriction = await currentRestriction(lawyerId);
  return hasToWait(restriction, activity) ? restriction : null;
}

async function isForFirm(
  { firmId }: FirmActor,
  activity: Activity,
  groups: readonly ActivityGroup[],
): Promise<boolean> {
  return (await fitsFirm({ firmId, activities: [activity], groups })).has(activity.id);
}

/** What stands against the activity itself, or against every one of its groups. */
function unmetOf(judged: Awaited<ReturnType<typeof judgeLawyer>>, groups: readonly ActivityGroup[]): string[] {
  const ofGroups = groups.map(({ id }) => judged.groups.get(id) ?? []);
  const fitsOne = ofGroups.some((sentences) => sentences.length === 0);
  return [...judged.activity, ...(fitsOne ? [] : [...new Set(ofGroups.flat())])];
}

function rightsFor(
  actor: MemberActor,
  { signUp, cancel, leave }: Rights,
  { unmet, barred }: { unmet: readonly string[]; barred: string | null },
): ActivityPage['can'] {
  const isOpen = 'until' in signUp;
  if (actor.kind === 'firm') {
    const none = { until: null, reason: barred ?? FIRM };
    return { signUp: isOpen ? none : presentRight(signUp), cancel: none, leave: none };
  }
  const fits = unmet.length === 0 || !isOpen;
  return {
    signUp: presentRight(
      !fits ? { reason: '您不符合本活动的报名条件' } : isOpen && barred !== null ? { reason: barred } : signUp,
    ),
    cancel: presentRight(cancel),
    leave: presentRight(leave),
  };
}

async function presentOwn({
  activity,
  registration,
  groups,
}: {
  activity: Activity;
  registration: Registration;
  groups: readonly ActivityGroup[];
}): Promise<NonNullable<ActivityPage['own']>> {
  const presence = await Presence.findOne({ where: { registrationId: registration.id } });
  const lines = await readTimeline(ofRegistration(registration.id));
  return {
    id: registration.id,
    state: registration.state,
    group: groups.find(({ id }) => id === registration.groupId)?.name ?? '',
    signedAt: toIso(registration.signedAt),
    position: await waitingPosition(registration),
    offerUntil: toIso(registration.offerUntil),
    meetingFrom:
      activity.meetingUrl !== '' && registration.state === 'registered' ? toIso(meetingFrom(activity)) : null,
    cancelUntil: toIso(registration.cancelUntil),
    leaveUntil: toIso(registration.leaveUntil),
    payUntil: toIso(registration.payUntil),
    feeFen: registration.feeFen,
    refundRule: refundRule(registration),
    reason: registration.reason,
    asksAnswers: asksAnswers(activity, registration),
    presence: presence && {
      outcome: presence.outcome,
      way: presence.way,
      arrivedAt: toIso(presence.arrivedAt),
      leftAt: toIso(presence.leftAt),
      excuseReason: presence.excuseReason,
      minutes: presence.minutes,
    },
    answers: registration.answers,
    answersUntil: toIso(answersUntil(activity, registration, clock.now())),
    missing: missingAnswers(activity, registration),
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
