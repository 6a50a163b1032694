import { Op } from 'sequelize';
import { z } from 'zod';
import type { MemberActor } from '../../../actor.ts';
import type { OwnHours } from '../../../contract/own-hours/replies.ts';
import { HOURS_KIND_OF, LIVE_STATES, type ActivityKind } from '../../../contract/activities/enums.ts';
import { toShanghaiDate } from '../../../contract/dates.ts';
import type { HoursKind, HoursMode } from '../../../contract/records/enums.ts';
import { LAWYER_CATEGORIES } from '../../../contract/registry/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { requiredOf, requirementOf, type Asked } from '../../registry/records/hours-requirement.ts';
import { hoursRecords } from '../../registry/records/hours-records.ts';
import { recordsOf } from '../../registry/records/record-kind.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { Activity, Registration } from '../model.ts';
import { expectLawyer } from '../policy.ts';
import { listOpenActivities } from './list-open-activities.ts';

type Year = OwnHours['years'][number];
const yearOf = (day: string) => Number(day.slice(0, 4));
const yearAt = (instant: number) => yearOf(toShanghaiDate(instant));

/** 我的学时: what counts is what the registry says, since a letter says the same. Throws `forbidden` for a firm. */
export async function showOwnHours({ actor }: { actor: MemberActor }): Promise<OwnHours> {
  const { lawyerId } = expectLawyer(actor);
  const year = yearAt(clock.now());
  const years = await yearsOf(lawyerId);
  const coming = await comingOf(lawyerId);
  const { items: open } = await listOpenActivities({ actor });
  const fills = open.filter(
    ({ id, hoursTenths, left, beginsAt }) =>
      hoursTenths > 0 && left > 0 && yearAt(Date.parse(beginsAt)) === year && !coming.some((own) => own.id === id),
  );
  const seated = coming.filter(({ isSeated, beginsAt }) => isSeated && yearAt(beginsAt) === year);
  const counted = years.find((one) => one.year === year);
  const settings = await readSettings();
  const { totalTenths, parts: asked, why } = requiredOf(requirementOf(settings, year), await readAsked(lawyerId), year);
  const parts = asked.map(({ kind, tenths, onsiteTenths }) => ({
    kind,
    requiredTenths: tenths,
    countedTenths: tenthsOfKind(counted, kind),
    requiredOnsiteTenths: onsiteTenths,
    countedOnsiteTenths: tenthsOfKind(counted, kind, 'onsite'),
  }));
  /** The kind of what it gives, where some of that is missing; what is online gives nothing on the spot. */
  const partOf = ({ kind: of, isOnline }: { kind: ActivityKind; isOnline: boolean }) => {
    const kind = HOURS_KIND_OF[of];
    const part = parts.find((one) => one.kind === kind);
    if (!part) return null;
    const lacksOnsite = !isOnline && part.countedOnsiteTenths < part.requiredOnsiteTenths;
    return lacksOnsite || part.countedTenths < part.requiredTenths ? kind : null;
  };
  return {
    year,
    requiredTenths: totalTenths,
    parts,
    why,
    countedTenths: counted?.countedTenths ?? 0,
    comingTenths: seated.reduce((sum, { hoursTenths }) => sum + hoursTenths, 0),
    years,
    fills: fills
      .map(({ series: _series, ...activity }) => ({
        ...activity,
        part: partOf(activity),
        clash: clashOf(activity, coming),
      }))
      .sort((one, other) => Number(one.part === null) - Number(other.part === null)),
  };
}

const tenthsOfKind = (year: Year | undefined, kind: HoursKind, mode?: HoursMode): number =>
  (year?.items ?? [])
    .filter((item) => item.kind === kind && item.state === 'checked_in' && (mode === undefined || item.mode === mode))
    .reduce((sum, { tenths }) => sum + tenths, 0);

const askedRow = z.strictObject({ category: oneOf(LAWYER_CATEGORIES), firstPractisedOn: z.string() });
async function readAsked(lawyerId: number): Promise<Asked> {
  const [row] = await select(
    askedRow,
    'SELECT category, first_practised_on AS firstPractisedOn FROM lawyers WHERE id = ?',
    [lawyerId],
  );
  if (!row) throw new AppError('not_found');
  return row;
}

/** The latest first; what is disputed is shown and not counted. */
async function yearsOf(lawyerId: number): Promise<Year[]> {
  const records = await recordsOf(hoursRecords, { subjectKind: 'lawyer', subjectId: lawyerId });
  const given = await Registration.findAll({
    where: { lawyerId, hoursRecordId: { [Op.ne]: null } },
    attributes: ['activityId', 'hoursRecordId'],
  });
  const activityOf = new Map(given.map(({ activityId, hoursRecordId }) => [hoursRecordId, activityId]));
  const years = new Map<number, Year>();
  for (const { id, title, heldOn, hours, kind, mode, source, state } of records) {
    const year = yearOf(heldOn);
    const one = years.get(year) ?? { year, countedTenths: 0, items: [] };
    const tenths = Math.round(hours * 10);
    one.items.push({ id, activityId: activityOf.get(id) ?? null, title, heldOn, tenths, kind, mode, source, state });
    if (state === 'checked_in') one.countedTenths += tenths;
    years.set(year, one);
  }
  return [...years.values()].sort((a, b) => b.year - a.year);
}

interface Coming {
  id: number;
  title: string;
  beginsAt: number;
  endsAt: number;
  hoursTenths: number;
  isSeated: boolean;
}

/** Own activities that are not over: with a seat, or waited for. */
async function comingOf(lawyerId: number): Promise<Coming[]> {
  const live = await Registration.findAll({ where: { lawyerId, state: { [Op.in]: [...LIVE_STATES] } } });
  const seated = new Set(live.filter(({ state }) => state === 'registered').map(({ activityId }) => activityId));
  const where = { id: live.map(({ activityId }) => activityId), endsAt: { [Op.gt]: clock.now() } };
  return (await Activity.findAll({ where, order: ['beginsAt'] })).map((activity) => ({
    id: activity.id,
    title: activity.title,
    beginsAt: activity.beginsAt,
    endsAt: activity.endsAt,
    hoursTenths: activity.hoursTenths,
    isSeated: seated.has(activity.id),
  }));
}

function clashOf({ beginsAt, endsAt }: { beginsAt: string; endsAt: string }, coming: readonly Coming[]): string {
  const [from, until] = [Date.parse(beginsAt), Date.parse(endsAt)];
  return coming.find((own) => own.beginsAt < until && own.endsAt > from)?.title ?? '';
}
