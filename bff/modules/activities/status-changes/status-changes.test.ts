import { afterEach, beforeEach, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { asPaid } from '../../../test/factories/activities/paid-registration.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { AuditEntry } from '../../audit/model.ts';
import { Payment } from '../../payments/model.ts';
import { Lawyer } from '../../registry/model.ts';
import { Registration } from '../model.ts';
import { listActivities } from '../office/list-activities.ts';
import { listRegistrations } from '../office/list-registrations.ts';
import { removeRegistration } from '../office/remove-registration.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { countChangedStatuses } from './changed-status.ts';
import { keepRegistration } from './keep-registration.ts';

useDatabase();
beforeEach(() => freezeClock('2026-12-01T09:00:00+08:00'));
afterEach(releaseClock);
const actor = staffActor('events');

/** An activity with a fee for which a lawyer has signed up. */
async function listed() {
  const { activity, groups } = await makeActivity({ feeFen: 10_000 });
  const lawyer = await makeLawyer();
  const member = (await memberActor({ lawyerId: lawyer.id })) as LawyerActor;
  const input = { groupId: groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
  const { registrationId } = await signUp({ actor: member, activityId: activity.id, input });
  await asPaid(await Registration.findByPk(registrationId, { rejectOnEmpty: true }));
  const become = (status: 'active' | 'suspended' | 'cancelled') =>
    Lawyer.update({ status }, { where: { id: lawyer.id } });
  const keep = () => keepRegistration({ actor, id: registrationId, input: { reason: '主办方同意旁听' } });
  const row = async () => (await listRegistrations({ id: activity.id, limit: 10 })).items[0]!;
  return { activity, lawyer, registrationId, become, keep, row };
}
const isListed = async (id: number) =>
  (await listActivities({ actor, scope: 'changed', limit: 100 })).items.some((one) => one.id === id);

test('whoever is no longer an active member is shown to staff, and keeps his seat until they decide', async () => {
  const { activity, registrationId, become, row } = await listed();
  expect([await isListed(activity.id), (await row()).changedTo]).toEqual([false, null]);
  await become('suspended');
  expect([await isListed(activity.id), (await row()).changedTo]).toEqual([true, 'suspended']);
  expect(await countChangedStatuses(activity.id)).toBe(1);
  expect((await listRegistrations({ id: activity.id, changed: 'yes', limit: 10 })).items).toHaveLength(1);
  expect((await activity.reload()).taken).toBe(1);
  await removeRegistration({ actor, id: registrationId, input: { reason: '已停止执业' } });
  expect((await activity.reload()).taken).toBe(0);
  // All of the fee goes back, whatever the rule of leave says.
  const payment = await Payment.findOne({ where: { purpose: 'activity', subjectId: registrationId } });
  expect(payment?.state).not.toBe('paid');
  expect([await isListed(activity.id), (await row()).changedTo]).toEqual([false, null]);
});

test('what staff let stand is asked again only of another change', async () => {
  const { activity, registrationId, become, keep, row } = await listed();
  await become('suspended');
  await keep();
  expect([await isListed(activity.id), (await row()).changedTo, (await row()).state]).toEqual([
    false,
    null,
    'registered',
  ]);
  const line = await AuditEntry.findOne({ where: { action: 'registration.kept', targetId: registrationId } });
  expect(line?.detail).toBe('停止执业：主办方同意旁听');
  await become('cancelled');
  expect((await row()).changedTo).toBe('cancelled');
});

test('nothing is decided of an active member, nor of what has ended', async () => {
  const { registrationId, become, keep } = await listed();
  await expect(keep()).rejects.toThrow('状态正常');
  await become('cancelled');
  await removeRegistration({ actor, id: registrationId, input: { reason: '已注销' } });
  await expect(keep()).rejects.toThrow('已经结束');
});

test('another firm changes nothing, and the list shows the new one', async () => {
  const { activity, lawyer, row } = await listed();
  const firm = await makeFirm();
  await Lawyer.update({ firmId: firm.id }, { where: { id: lawyer.id } });
  expect([await isListed(activity.id), (await row()).changedTo, (await row()).firm]).toEqual([false, null, firm.name]);
});
