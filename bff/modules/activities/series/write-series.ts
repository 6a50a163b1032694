import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import type { CreateSeriesParsed, UpdateSeriesParsed } from '../../../contract/activity-series/schemas.ts';
import { MAX_SERIES_DETAILS } from '../../../contract/activity-series/limits.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import { keepRichText } from '../../../platform/rich-text/keep-rich-text.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { ActivityGroup, type Activity } from '../model.ts';
import { fitsWhole, WHOLE_TERMS } from '../sessions/expect-fits-series.ts';
import { ActivitySeries } from '../sessions/model.ts';
import { isSignedUpFor, loadSeen, sessionsOf } from './load-series.ts';

const DETAILS = { name: 'details', label: '系列介绍', max: MAX_SERIES_DETAILS };
const columnsOf = ({ details, ...input }: CreateSeriesParsed) => ({
  ...input,
  details: keepRichText(details, DETAILS).body,
});

/** Makes a series without sessions; answers its id. Throws `invalid_fields`. */
export async function createSeries({
  actor,
  input,
}: {
  actor: StaffActor;
  input: CreateSeriesParsed;
}): Promise<number> {
  const columns = columnsOf(input);
  return transaction(async (t) => {
    const { id } = await ActivitySeries.create({ ...columns, createdBy: actor.name, version: 1 }, { transaction: t });
    const line = { action: 'activity.series', targetKind: 'series', targetId: id, target: input.title } as const;
    await writeAudit({ actor, ...line, detail: '新增' }, t);
    return id;
  });
}

/**
 * Changes a series that the actor saw. Once somebody has signed up, the way of signing up stays, and hours may need fewer
 * sessions but never more: that is what was promised. Throws `not_found`, `changed_meanwhile`, `invalid_fields`.
 */
export async function updateSeries(changed: {
  actor: StaffActor;
  id: number;
  input: UpdateSeriesParsed;
}): Promise<void> {
  const { actor, id, input } = changed;
  const { version, ...entered } = input;
  const columns = columnsOf(entered);
  await transaction(async (t) => {
    const series = await loadSeen({ id, version }, t);
    const sessions = await sessionsOf(id, t);
    if (await isSignedUpFor(sessions, t)) expectPromisesStand(series, columns);
    if (columns.way === 'whole') await expectAllFitWhole(sessions, t);
    await series.update({ ...columns, version: version + 1 }, { transaction: t });
    const line = { action: 'activity.series', targetKind: 'series', targetId: id, target: input.title } as const;
    await writeAudit({ actor, ...line, detail: '修改' }, t);
  });
}

function expectPromisesStand(series: ActivitySeries, { way, needed }: Pick<ActivitySeries, 'way' | 'needed'>): void {
  const fields: Record<string, string> = {};
  if (way !== series.way) fields['way'] = '已有人报名，不能改变报名方式';
  if (needed > series.needed) fields['needed'] = '已有人报名，记学时的场数只能减少';
  if (Object.keys(fields).length > 0) throw new AppError('invalid_fields', { fields });
}

async function expectAllFitWhole(sessions: readonly Activity[], t: Transaction): Promise<void> {
  const groups = await ActivityGroup.findAll({
    where: { activityId: sessions.map(({ id }) => id) },
    transaction: t,
  });
  const unfit = sessions.filter(
    (session) =>
      session.state !== 'cancelled' &&
      !fitsWhole({
        admission: session.admission,
        form: session.form,
        groups: groups.filter(({ activityId }) => activityId === session.id),
      }),
  );
  if (unfit.length === 0) return;
  const names = unfit.map(({ title }) => `“${title}”`).join('、');
  throw new AppError('invalid_fields', { fields: { way: `${WHOLE_TERMS}；不符合的：${names}` } });
}
