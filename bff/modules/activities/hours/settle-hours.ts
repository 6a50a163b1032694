import type { Transaction } from 'sequelize';
import { HOURS_KIND_OF } from '../../../contract/activities/enums.ts';
import { toShanghaiDate, toShanghaiMinute } from '../../../contract/dates.ts';
import type { HoursRow } from '../../../contract/records/replies.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofRegistration } from '../../../subject.ts';
import { lockForWriting } from '../../registry/facts/lock-subjects.ts';
import { createRecord } from '../../registry/records/create-record.ts';
import { hoursRecords } from '../../registry/records/hours-records.ts';
import { recordsOf } from '../../registry/records/record-kind.ts';
import { removeRecord } from '../../registry/records/remove-record.ts';
import { updateRecord } from '../../registry/records/update-record.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { Registration, type Activity } from '../model.ts';
import { Presence } from '../presence/model.ts';
import { tenthsOf } from '../rules.ts';
import { lockRegistration } from '../seats/load-locked.ts';
import { cameOftenEnough } from '../sessions/attended.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';

/**
 * Makes the registry say of a registration what its presence gives: hours that are due are written once, others mended or
 * taken back. What the registrar wrote, removed or disputed by hand stays as it is. Locks: lawyer → activity → registration.
 */
export async function settleHours({ registrationId }: { registrationId: number }): Promise<void> {
  await transaction(async (t) => {
    const found = await Registration.findByPk(registrationId, { attributes: ['lawyerId'], transaction: t });
    if (!found) return;
    const { lawyerId } = found;
    await lockForWriting({ firmIds: [], lawyerIds: [lawyerId] }, t);
    const { activity, registration } = await lockRegistration({ id: registrationId }, t);
    const hasSeat = registration.state === 'registered' && activity.state !== 'cancelled';
    const presence = hasSeat ? await Presence.findOne({ where: { registrationId }, transaction: t }) : null;
    const enough = presence !== null && (await cameOftenEnough({ activity, lawyerId }, t));
    const tenths = enough ? tenthsOf(activity, presence) : 0;
    const records = await recordsOf(hoursRecords, { subjectKind: 'lawyer', subjectId: lawyerId }, t);
    if (registration.hoursRecordId === null)
      return tenths > 0 ? give({ activity, registration, records, tenths }, t) : undefined;
    const written = records.find(({ id }) => id === registration.hoursRecordId);
    // Somebody has removed the record by hand, and that decision stands.
    if (!written) return;
    if (tenths === 0) return takeBack({ registration, written }, t);
    if (Math.round(written.hours * 10) === tenths) return;
    const { title, heldOn, state, remark, version } = written;
    const input = { title, heldOn, state, remark, version, hours: tenths / 10 };
    await updateRecord({ actor: null, kind: hoursRecords, id: written.id, input }, t);
  });
}

async function give(
  due: { activity: Activity; registration: Registration; records: readonly HoursRow[]; tenths: number },
  t: Transaction,
): Promise<void> {
  const { activity, registration, records, tenths } = due;
  const heldOn = toShanghaiDate(activity.beginsAt);
  const same = records.find((one) => one.title === activity.title && one.heldOn === heldOn);
  // Somebody has entered the same hours by hand or from a sheet, and an activity counts once.
  if (same && !(await Registration.findOne({ where: { hoursRecordId: same.id }, transaction: t }))) return;
  // Two activities of one day may bear the same title: the time of day tells them apart.
  const title = same ? `${activity.title}（${toShanghaiMinute(activity.beginsAt).slice(11)}）` : activity.title;
  const input = {
    subjectKind: 'lawyer' as const,
    subjectId: registration.lawyerId,
    title,
    heldOn,
    hours: tenths / 10,
    kind: HOURS_KIND_OF[activity.kind],
    mode: activity.isOnline ? ('online' as const) : ('onsite' as const),
    source: 'activity' as const,
    state: 'checked_in' as const,
    remark: `活动${activity.id}，报名${registration.id}：按签到记入`,
  };
  const { id } = await createRecord({ actor: null, kind: hoursRecords, input }, t);
  await registration.update({ hoursRecordId: id }, { transaction: t });
  await writeEvent(
    { subject: ofRegistration(registration.id), event: 'hours_given', by: null, note: `${tenths / 10}学时` },
    t,
  );
  const news = `已记入${tenths / 10}学时，可在“我的学时”查看。如有异议，请提交工单。`;
  await tellLawyer({ activity, registration, event: 'activity_hours', news }, t);
}

async function takeBack(
  { registration, written }: { registration: Registration; written: HoursRow },
  t: Transaction,
): Promise<void> {
  await removeRecord({ actor: null, kind: hoursRecords, id: written.id, version: written.version }, t);
  await registration.update({ hoursRecordId: null }, { transaction: t });
  await writeEvent({ subject: ofRegistration(registration.id), event: 'hours_taken', by: null }, t);
}
