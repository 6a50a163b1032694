import { afterEach, beforeEach, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { activityEndpoints as activities } from '../../../contract/activities/endpoints.ts';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { activityInput, makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { Activity, Registration } from '../model.ts';
import { askLeave } from '../signing-up/ask-leave.ts';
import { cancelRegistration } from '../signing-up/cancel-registration.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { hideActivity } from './cancel-activity.ts';
import { updateActivity } from './update-activity.ts';

useDatabase();
const api = useApi();
const actor = staffActor('events');
let lawyers: LawyerActor[];
beforeEach(async () => {
  freezeClock('2026-12-01T09:00:00+08:00');
  lawyers = [];
  for (let n = 0; n < 2; n++) lawyers.push((await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor);
});
afterEach(releaseClock);

type Made = Awaited<ReturnType<typeof makeActivity>>;
async function join({ activity, groups }: Made, lawyer: LawyerActor): Promise<Registration> {
  const input = { groupId: groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
  const { registrationId } = await signUp({ actor: lawyer, activityId: activity.id, input });
  return Registration.findByPk(registrationId, { rejectOnEmpty: true });
}
async function hide({ activity }: Made, isHidden: boolean): Promise<void> {
  const { version } = await activity.reload();
  await hideActivity({ actor, id: activity.id, input: { version, isHidden } });
}
async function edit({ activity, groups }: Made, more: Partial<ReturnType<typeof activityInput>>): Promise<void> {
  const { version, opensAt, closesAt, beginsAt, endsAt, capacity } = await activity.reload();
  const kept = groups.map(({ id, name, eligibility, feeFen }) => ({ id, name, capacity, eligibility, feeFen }));
  const input = { ...activityInput(), opensAt, closesAt, beginsAt, endsAt, capacity, ...more, groups: kept };
  await updateActivity({
    actor,
    id: activity.id,
    input: { ...input, version, acknowledged: ['neverCancels', 'gap', 'offDay', 'clash'] },
  });
}

test('下架 takes nothing from those who signed up, and the seat they give back goes on as it is shown again', async () => {
  const made = await makeActivity({ capacity: 1 });
  const [first, second] = [await join(made, lawyers[0]!), await join(made, lawyers[1]!)];
  await hide(made, true);
  const stranger = await memberToken({ lawyerId: (await makeLawyer()).id });
  expect((await api.call(activities.showActivity, { as: stranger, params: { id: made.activity.id } })).status).toBe(
    404,
  );
  await cancelRegistration({ actor: lawyers[0]!, id: first.id });
  expect([(await first.reload()).state, (await second.reload()).state]).toEqual(['cancelled', 'waiting']);
  await hide(made, false);
  expect((await second.reload()).state).toBe('offered');
  expect(await Activity.findByPk(made.activity.id)).toMatchObject({ taken: 1 });
});

test('leave is asked for out of sight as well', async () => {
  const made = await makeActivity({ cancelHours: 720 });
  const registration = await join(made, lawyers[0]!);
  await hide(made, true);
  await askLeave({ actor: lawyers[0]!, id: registration.id, input: { reason: 'court', note: '', attachments: [] } });
  expect((await registration.reload()).state).toBe('leave');
});

test('预约请假 that was promised stays, though it is switched off and sign-up ends later', async () => {
  const made = await makeActivity({ cancelHours: 720 });
  const registration = await join(made, lawyers[0]!);
  await edit(made, { cancelHours: 720, advanceLeave: false, closesAt: made.activity.closesAt + DAY_MS });
  await askLeave({ actor: lawyers[0]!, id: registration.id, input: { reason: 'court', note: '', attachments: [] } });
  expect((await registration.reload()).state).toBe('leave');
  const later = await join(made, lawyers[1]!);
  const asked = askLeave({ actor: lawyers[1]!, id: later.id, input: { reason: 'court', note: '', attachments: [] } });
  await expect(asked).rejects.toThrow(/^报名结束后可以请假/);
});

test('the waiting list is not given up while somebody waits', async () => {
  const made = await makeActivity({ capacity: 1 });
  await join(made, lawyers[0]!);
  await edit(made, { waiting: 'none' });
  await edit(made, { waiting: 'asks' });
  await join(made, lawyers[1]!);
  await expect(edit(made, { waiting: 'none' })).rejects.toMatchObject({
    fields: { waiting: '有1人候补，不能改为不设候补' },
  });
});

test('of what is not over the first to begin is the first of the list, page by page', async () => {
  freezeClock('2026-12-01T10:00:00+08:00');
  const now = Date.parse('2026-12-01T10:00:00+08:00');
  const made = (title: string, day: number) =>
    makeActivity({
      title: `来日之会${title}`,
      closesAt: now + (day - 1) * DAY_MS,
      beginsAt: now + day * DAY_MS,
      endsAt: now + day * DAY_MS + 3 * HOUR_MS,
    });
  await made('丙', 12);
  await made('乙', 9);
  await made('甲', 2);
  const { activity } = await made('丁', 13);
  await activity.update({ state: 'hidden' });
  // 甲 is over, 乙 has begun.
  freezeClock('2026-12-10T11:00:00+08:00');
  const as = await staffToken('events');
  const page = async (query: object) => {
    const { json } = await api.call(activities.listActivities, { as, query: { search: '来日之会', ...query } });
    return { titles: (json['items'] as { title: string }[]).map(({ title }) => title.slice(-1)), next: json['next'] };
  };
  expect((await page({})).titles).toEqual(['丁', '丙', '乙', '甲']);
  expect((await page({ scope: 'coming' })).titles).toEqual(['乙', '丙']);
  const first = await page({ scope: 'coming', limit: '1' });
  expect(first.titles).toEqual(['乙']);
  expect((await page({ scope: 'coming', limit: '1', cursor: first.next as string })).titles).toEqual(['丙']);
});
