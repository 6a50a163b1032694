import { ofActivity } from '../../subject.ts';
import { listFiles } from '../files/list-files.ts';
import type { RightReply } from '../../contract/activities/replies.ts';
import { toIso } from '../../contract/dates.ts';
import type { Activity } from './model.ts';
import { phaseOf, type Right } from './rules.ts';

type Named = Pick<
  Activity,
  | 'id'
  | 'title'
  | 'kind'
  | 'state'
  | 'isOnline'
  | 'place'
  | 'opensAt'
  | 'closesAt'
  | 'beginsAt'
  | 'endsAt'
  | 'hoursTenths'
  | 'capacity'
  | 'taken'
  | 'perFirmMax'
>;

/** What every list and page says of an activity. */
export const presentNamed = (activity: Named, now: number) => ({
  id: activity.id,
  title: activity.title,
  kind: activity.kind,
  phase: phaseOf(activity, now),
  isOnline: activity.isOnline,
  place: activity.place,
  opensAt: toIso(activity.opensAt),
  closesAt: toIso(activity.closesAt),
  beginsAt: toIso(activity.beginsAt),
  endsAt: toIso(activity.endsAt),
  hoursTenths: activity.hoursTenths,
  capacity: activity.capacity,
  left: seatsLeft(activity),
  perFirmMax: activity.perFirmMax,
});

/** How many seats are left: none where the office has lowered the capacity below what is taken. */
export const seatsLeft = ({ capacity, taken }: { capacity: number; taken: number }): number =>
  Math.max(0, capacity - taken);

/** The poster of an activity; null: it has none. */
export const readPoster = async (id: number) => (await listFiles(ofActivity(id)))[0] ?? null;

export const presentRight = (right: Right): RightReply =>
  'reason' in right ? { until: null, reason: right.reason } : { until: toIso(right.until), note: right.note };
