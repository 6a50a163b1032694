import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import type { ActivityInput } from '../../../contract/activities/schemas.ts';
import { makeDraw } from '../../../modules/activities/draw/make-draw.ts';
import { createActivity } from '../../../modules/activities/office/create-activity.ts';
import { Activity, ActivityGroup } from '../../../modules/activities/model.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { staffActor } from '../registry.ts';

type More = Partial<Omit<ActivityInput, 'groups'>> & {
  groups?: Omit<ActivityInput['groups'][number], 'id' | 'feeFen'>[];
  /** Of every group. */
  feeFen?: number;
};

/** What staff enter: sign-up is open for a week from an hour ago, the activity begins two days after it. */
export function activityInput(more: More = {}): ActivityInput {
  const now = clock.now();
  const { feeFen = 0, groups = undefined, ...rest } = more;
  const capacity = more.capacity ?? 3;
  return {
    title: '民法典合同编实务讲座',
    kind: 'training',
    seriesId: null,
    organiser: '江海市律师协会业务部',
    speakers: '周远志律师',
    details: '合同编司法解释的理解与适用。',
    notice: '',
    contact: '0700-88886601',
    isOnline: false,
    meetingUrl: '',
    place: '律协培训厅',
    address: '文华区书院街8号',
    mapPoint: '',
    opensAt: now - HOUR_MS,
    closesAt: now + 7 * DAY_MS,
    beginsAt: now + 9 * DAY_MS,
    endsAt: now + 9 * DAY_MS + 3 * HOUR_MS,
    cancelHours: 24,
    leaveHours: 2,
    advanceLeave: true,
    capacity,
    perFirmMax: 0,
    admission: 'order',
    drawSource: '',
    drawAt: null,
    waiting: 'asks',
    leaveRefund: 100,
    offersStopHours: 24,
    visibility: 'all',
    eligibility: null,
    form: [],
    hoursTenths: 30,
    ...rest,
    groups: (groups ?? [{ name: '', capacity, eligibility: null }]).map((group) => ({ ...group, feeFen })),
  };
}

/** A published activity, as if it had been approved, and its groups. */
export async function makeActivity(more: More = {}): Promise<{ activity: Activity; groups: ActivityGroup[] }> {
  const id = await createActivity({ actor: staffActor('events'), input: activityInput(more) });
  const activity = await Activity.findByPk(id, { rejectOnEmpty: true });
  await activity.update({ state: 'published', publishedBy: '陆明章', publishedAt: clock.now() });
  if (activity.admission === 'draw') await transaction((t) => makeDraw({ actor: staffActor('events'), activity }, t));
  return { activity, groups: await ActivityGroup.findAll({ where: { activityId: id }, order: ['id'] }) };
}
