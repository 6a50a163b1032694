import type { StaffActor } from '../../../actor.ts';
import type { RegistrationState } from '../../../contract/activities/enums.ts';
import type { StaffActivity } from '../../../contract/activities/replies.ts';
import { toIso } from '../../../contract/dates.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { readAttachments } from '../content/read-attachments.ts';
import { readSeriesOf } from '../sessions/series-of.ts';
import { readDetails } from '../content/read-details.ts';
import { readStaffDraw } from '../draw/read-draw.ts';
import { Activity, ActivityChange, ActivityGroup, Registration } from '../model.ts';
import { presentNamed, readPoster } from '../present.ts';
import { phaseOf, presenceRights } from '../rules.ts';
import { countChangedStatuses } from '../status-changes/changed-status.ts';
import { wantsSecondPerson } from './publish-activity.ts';
import { readOddities } from './warnings.ts';

/** An activity as staff see it. Throws `not_found`. */
export async function showStaffActivity({ actor, id }: { actor: StaffActor; id: number }): Promise<StaffActivity> {
  const activity = await Activity.findByPk(id);
  if (!activity) throw new AppError('not_found');
  const now = clock.now();
  const groups = await ActivityGroup.findAll({ where: { activityId: id }, order: ['id'] });
  const changes = await ActivityChange.findAll({ where: { activityId: id }, order: [['id', 'DESC']], limit: 200 });
  const counted = await Registration.count({ where: { activityId: id }, group: ['state'] });
  const isOver = ['ended', 'cancelled'].includes(phaseOf(activity, now));
  const oddities = isOver ? { warnings: [], clashes: [] } : await readOddities(activity);
  return {
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
    meetingUrl: activity.meetingUrl,
    cancelHours: activity.cancelHours,
    leaveHours: activity.leaveHours,
    cancelUntil: toIso(activity.cancelUntil),
    leaveUntil: toIso(activity.leaveUntil),
    advanceLeave: activity.advanceLeave,
    admission: activity.admission,
    drawSource: activity.drawSource,
    drawAt: toIso(activity.drawAt),
    draw: await readStaffDraw(activity),
    waiting: activity.waiting,
    leaveRefund: activity.leaveRefund,
    offersStopHours: activity.offersStopHours,
    visibility: activity.visibility,
    eligibility: activity.eligibility,
    groups: groups.map(({ id: groupId, name, capacity, taken, eligibility, feeFen }) => ({
      id: groupId,
      name,
      capacity,
      taken,
      eligibility,
      feeFen,
    })),
    form: activity.form,
    retired: activity.retired ?? [],
    copiedFrom: activity.copiedFromId,
    taken: activity.taken,
    counts: Object.fromEntries(counted.map(({ state, count }) => [state as RegistrationState, count])),
    changedStatuses: await countChangedStatuses(id),
    ...oddities,
    createdBy: activity.createdBy,
    publishedBy: activity.publishedBy,
    publishedAt: toIso(activity.publishedAt),
    opinion: activity.opinion,
    cancelReason: activity.cancelReason,
    isUrgent: activity.cancelledUrgently,
    refundState: activity.refundState,
    changes: changes.map(({ at, byName, field, beforeWords, afterWords }) => ({
      at: toIso(at),
      by: byName,
      field,
      before: beforeWords,
      after: afterWords,
    })),
    version: activity.version,
    can: await rightsOfStaff(actor, activity, now),
  };
}

async function rightsOfStaff(actor: StaffActor, activity: Activity, now: number): Promise<StaffActivity['can']> {
  const { state, submittedById } = activity;
  const phase = phaseOf(activity, now);
  const isByTwo = await wantsSecondPerson();
  const isOver = phase === 'ended' || phase === 'cancelled';
  const isOut = state === 'published' || state === 'hidden';
  const { presentFrom, absentFrom } = presenceRights(activity);
  const isProposed = state === 'pending' && !(isByTwo && submittedById === actor.accountId);
  return {
    edit: !isOver,
    submit: state === 'draft' && isByTwo,
    publish: isProposed || (state === 'draft' && !isByTwo),
    sendBack: state === 'pending',
    hide: state === 'published',
    show: state === 'hidden',
    cancel: activity.publishedAt !== null && !isOver,
    add: state === 'published' && !isOver,
    admit: isOut && !isOver && activity.admission === 'review',
    markPresent: isOut && now >= presentFrom,
    markAbsent: isOut && now >= absentFrom,
  };
}
