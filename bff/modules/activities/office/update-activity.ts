import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { LIVE_STATES } from '../../../contract/activities/enums.ts';
import type { ActivityInput, UpdateActivityParsed } from '../../../contract/activities/schemas.ts';
import type { FormField } from '../../../contract/activity-forms/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import type { Activity } from '../model.ts';
import { ActivityGroup, Registration } from '../model.ts';
import { orderFreeze } from '../draw/make-draw.ts';
import { Presence } from '../presence/model.ts';
import { feeInWords, phaseOf } from '../rules.ts';
import { serveWaiting } from '../seats/serve-waiting.ts';
import { readSeriesOf } from '../sessions/series-of.ts';
import { expectFitsSeries } from '../sessions/expect-fits-series.ts';
import { expectDrawStands } from './expect-draw-stands.ts';
import { columnsOf, expectPayable } from './enter-activity.ts';
import { attachmentNames, keepAttachments } from '../content/keep-attachments.ts';
import { keepPoster } from '../content/keep-poster.ts';
import { keepPromises } from './keep-promises.ts';
import { loadSeen } from './load-activity.ts';
import { noteChanges } from './note-changes.ts';
import { expectAcknowledged, readOddities } from './warnings.ts';

interface Updated {
  actor: StaffActor;
  id: number;
  input: UpdateActivityParsed;
}

/**
 * Changes an activity that the actor saw. Once it is published, what is odd must be meant, members read what was changed,
 * promises are only lengthened, and more seats go to those who wait; nobody is removed where there are fewer. Throws
 * `not_found`, `changed_meanwhile`, `wrong_state`, `invalid_fields`.
 */
export async function updateActivity({ actor, id, input }: Updated): Promise<void> {
  const { version, acknowledged, poster, attachments, ...entered } = input;
  const columns = columnsOf(entered);
  const oddities = await readOddities({ ...columns, id });
  await transaction(async (t) => {
    const activity = await loadSeen({ id, version }, t);
    const phase = phaseOf(activity, clock.now());
    if (phase === 'cancelled' || phase === 'ended')
      throw new AppError('wrong_state', { message: '活动已结束或取消，不能修改' });
    const isOut = activity.publishedAt !== null;
    if (isOut) expectAcknowledged(oddities, acknowledged);
    if (isOut && columns.admission !== activity.admission)
      throw new AppError('invalid_fields', { fields: { admission: '发布后不能改变录取方式' } });
    if (isOut && columns.admission === 'draw') await expectDrawStands(activity, columns, t);
    if (isOut) await expectHoursStand(activity, columns, t);
    if (columns.waiting === 'none') await expectNobodyWaits(id, t);
    await expectFitsSeries({ ...entered, id }, t);
    if (columns.seriesId !== activity.seriesId) await expectNobodyIsIn(id, t);
    if (isOut) expectPayable(entered.groups);
    const before = {
      ...activity.get({ plain: true }),
      eligibility: activity.eligibility,
      fees: await readFees(id, t),
      files: await attachmentNames(id, t),
      series: (await readSeriesOf(activity, t))?.title ?? '',
    };
    // Whoever proposed a publication proposed what was there: a changed draft is proposed anew.
    const state = activity.state === 'pending' ? 'draft' : activity.state;
    await activity.update(
      { ...columns, ...(isOut && keptForm(activity, entered)), state, version: version + 1 },
      { transaction: t },
    );
    await writeGroups({ id, groups: entered.groups }, t);
    if (poster !== undefined) await keepPoster({ actor, activityId: id, poster, copiedFrom: null }, t);
    if (attachments) await keepAttachments({ actor, activityId: id, tokens: attachments, copiedFrom: null }, t);
    const line = { action: 'activity.updated', targetKind: 'activity', targetId: id, target: activity.title } as const;
    const fields = isOut ? await noteChanges({ actor, id, before, after: await shownAfter(activity, t) }, t) : [];
    await writeAudit({ actor, ...line, detail: fields.join('、') }, t);
    if (!isOut) return;
    if (activity.admission === 'draw') await orderFreeze(activity, t);
    await keepPromises({ activity, before }, t);
    await serveWaiting(id, t);
  });
}

/** What members read of it once it is written. */
const shownAfter = async (activity: Activity, t: Transaction) => ({
  ...activity.get({ plain: true }),
  fees: await readFees(activity.id, t),
  files: await attachmentNames(activity.id, t),
  series: (await readSeriesOf(activity, t))?.title ?? '',
});

/**
 * Keeps the hours and the kind of an activity as they are once somebody was recorded as present: members came for these.
 * Throws `invalid_fields`.
 */
async function expectHoursStand(
  activity: Activity,
  { kind, hoursTenths }: Pick<Activity, 'kind' | 'hoursTenths'>,
  t: Transaction,
): Promise<void> {
  const field = kind !== activity.kind ? 'kind' : hoursTenths !== activity.hoursTenths ? 'hoursTenths' : null;
  if (field === null) return;
  const registrations = await Registration.findAll({
    where: { activityId: activity.id },
    attributes: ['id'],
    transaction: t,
  });
  const where = { registrationId: registrations.map(({ id }) => id) };
  if ((await Presence.count({ where, transaction: t })) === 0) return;
  throw new AppError('invalid_fields', { fields: { [field]: '已有人签到，不能再改活动类型和学时' } });
}

/**
 * Keeps the waiting list while somebody is on it: members were told that free seats are handed on in order. Throws
 * `invalid_fields`.
 */
async function expectNobodyWaits(activityId: number, t: Transaction): Promise<void> {
  const waiting = await Registration.count({ where: { activityId, state: 'waiting' }, transaction: t });
  if (waiting > 0) {
    throw new AppError('invalid_fields', { fields: { waiting: `有${waiting}人候补，不能改为不设候补` } });
  }
}

/**
 * Keeps an activity in its series once somebody has signed up: what hours need hangs on it. Throws `invalid_fields`.
 */
async function expectNobodyIsIn(activityId: number, t: Transaction): Promise<void> {
  const live = await Registration.count({ where: { activityId, state: [...LIVE_STATES] }, transaction: t });
  if (live > 0) throw new AppError('invalid_fields', { fields: { seriesId: '已有人报名，不能改变所属系列' } });
}

/** What each group costs, in words. */
async function readFees(activityId: number, t: Transaction): Promise<string> {
  const groups = await ActivityGroup.findAll({ where: { activityId }, order: ['id'], transaction: t });
  return groups.map(({ name, feeFen }) => `${name}${feeInWords(feeFen)}`).join('，');
}

/**
 * After publishing a field keeps its kind, and one that is asked no more is kept aside, since answers were given to it.
 * Throws `invalid_fields`.
 */
function keptForm(activity: Activity, { form }: ActivityInput): Pick<Activity, 'form'> & { retired: FormField[] } {
  const ever = [...activity.form, ...(activity.retired ?? [])];
  for (const [at, field] of form.entries()) {
    const known = ever.find(({ key }) => key === field.key);
    if (known && known.kind !== field.kind) {
      throw new AppError('invalid_fields', {
        fields: { [`form.${at}.kind`]: '发布后不能改变表单项的类型，请另加一项' },
      });
    }
  }
  return { form, retired: ever.filter((known) => !form.some(({ key }) => key === known.key)) };
}

/** Changes, adds and takes away groups; one that somebody ever signed up in stays. Throws `invalid_fields`. */
async function writeGroups(
  { id, groups }: { id: number; groups: ActivityInput['groups'] },
  t: Transaction,
): Promise<void> {
  const known = await ActivityGroup.findAll({ where: { activityId: id }, order: ['id'], transaction: t });
  for (const [at, { id: groupId, ...columns }] of groups.entries()) {
    if (groupId === undefined) {
      await ActivityGroup.create({ ...columns, activityId: id, taken: 0 }, { transaction: t });
      continue;
    }
    const group = known.find((one) => one.id === groupId);
    if (!group)
      throw new AppError('invalid_fields', { fields: { [`groups.${at}.name`]: '该分组已不存在，请刷新后重试' } });
    await group.update(columns, { transaction: t });
  }
  const kept = new Set(groups.map((group) => group.id));
  for (const group of known.filter((one) => !kept.has(one.id))) {
    const used = await Registration.count({ where: { activityId: id, groupId: group.id }, transaction: t });
    if (used > 0) {
      throw new AppError('invalid_fields', {
        fields: { groups: `“${group.name}”已有人报名，不能删除，可以将名额改为0` },
      });
    }
    await group.destroy({ transaction: t });
  }
}
