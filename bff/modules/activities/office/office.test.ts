import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import type { UpdateActivityParsed } from '../../../contract/activities/schemas.ts';
import { activityEndpoints as activities } from '../../../contract/activities/endpoints.ts';
import type {
  ActivityPage,
  OpenActivities,
  OwnRegistrations,
  StaffActivity,
} from '../../../contract/activities/replies.ts';
import { DAY_MS, HOUR_MS, toIso } from '../../../contract/dates.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { doDueWork } from '../../../test/office.ts';
import { activityInput, makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { updateSettings } from '../../settings/update-settings.ts';
import { Activity, Registration } from '../model.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { updateActivity } from './update-activity.ts';

useDatabase();
const api = useApi();
afterEach(releaseClock);

let lawyers: LawyerActor[];
beforeAll(async () => {
  await installShippedHolidays();
  const { id: firmId } = await makeFirm();
  lawyers = [];
  for (let n = 0; n < 3; n++) {
    lawyers.push((await memberActor({ lawyerId: (await makeLawyer({ firmId })).id })) as LawyerActor);
  }
});

const EVERY = ['neverCancels', 'neverLeaves', 'gap', 'late', 'offDay', 'clash'] as const;
type Made = Awaited<ReturnType<typeof makeActivity>>;
const join = async ({ activity, groups }: Made, actor: LawyerActor) => {
  const input = { groupId: groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
  const { registrationId } = await signUp({ actor, activityId: activity.id, input });
  return Registration.findByPk(registrationId, { rejectOnEmpty: true });
};
/** What was entered, with something else in it. */
async function edit({ activity, groups }: Made, more: Partial<UpdateActivityParsed>): Promise<void> {
  const { version, opensAt, closesAt, beginsAt, endsAt } = await Activity.findByPk(activity.id, {
    rejectOnEmpty: true,
  });
  const kept = groups.map(({ id, name, capacity, eligibility, feeFen }) => ({
    id,
    name,
    capacity,
    eligibility,
    feeFen,
  }));
  const input = { ...activityInput(), opensAt, closesAt, beginsAt, endsAt, capacity: activity.capacity, groups: kept };
  await updateActivity({
    actor: staffActor('events'),
    id: activity.id,
    input: { ...input, version, acknowledged: [...EVERY], ...more },
  });
}
const sent = (input: ReturnType<typeof activityInput>) => ({
  ...input,
  opensAt: toIso(input.opensAt),
  closesAt: toIso(input.closesAt),
  beginsAt: toIso(input.beginsAt),
  endsAt: toIso(input.endsAt),
});

describe('from a draft to the member', () => {
  test('one proposes, another publishes, a lawyer signs up, cancels and reads what happened', async () => {
    freezeClock('2026-12-01T09:00:00+08:00');
    const [one, other] = [await staffToken('events'), await staffToken('events')];
    const form = [
      { key: 'meal', label: '用餐', hint: '', kind: 'choice' as const, isRequired: true, choices: ['清真', '普通'] },
    ];
    const made = await api.call(activities.createActivity, { as: one, body: sent(activityInput({ form })) });
    expect(made.status).toBe(200);
    const { id, version, groups, warnings } = made.json as unknown as StaffActivity;
    expect(warnings).toEqual([]);
    const alone = await api.call(activities.publishActivity, { as: one, params: { id }, body: { version } });
    expect([alone.status, alone.json.error?.message]).toEqual([409, '请先提交，由另一人批准发布']);
    await api.call(activities.submitActivity, { as: one, params: { id }, body: { version } });
    const again = { params: { id }, body: { version: version + 1 } };
    expect((await api.call(activities.publishActivity, { as: one, ...again })).status).toBe(403);
    const lawyerId = lawyers[0]!.lawyerId;
    const as = await memberToken({ lawyerId });
    expect((await api.call(activities.showActivity, { as, params: { id } })).status).toBe(404);
    expect((await api.call(activities.publishActivity, { as: other, ...again })).status).toBe(200);

    const open = (await api.call(activities.listOpenActivities, { as })).json as unknown as OpenActivities;
    expect(open.items.map((item) => item.id)).toContain(id);
    const body = { groupId: groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
    const missing = await api.call(activities.signUp, { as, params: { id }, body });
    expect(missing.json.error?.fields).toEqual({ 'answers.meal': '请选择用餐' });
    const answers = { meal: '清真', other: '不问的' };
    expect((await api.call(activities.signUp, { as, params: { id }, body: { ...body, answers } })).json).toMatchObject({
      state: 'registered',
    });
    const page = (await api.call(activities.showActivity, { as, params: { id } })).json as unknown as ActivityPage;
    expect(page).toMatchObject({ own: { state: 'registered', answers: { meal: '清真' } }, left: 2 });
    expect(page.can.cancel).toMatchObject({ until: page.own!.cancelUntil });
    const mine = (await api.call(activities.listOwnRegistrations, { as })).json as unknown as OwnRegistrations;
    expect(mine.items[0]).toMatchObject({ activityId: id, state: 'registered' });
    await api.call(activities.cancelRegistration, { as, params: { id: page.own!.id } });
    const after = (await api.call(activities.showActivity, { as, params: { id } })).json as unknown as ActivityPage;
    expect(after.own?.timeline.map(({ event }) => event)).toEqual(['signed_up', 'cancelled']);
    expect(after.can.signUp).toMatchObject({ until: page.closesAt });
  });

  test('where the office wants it so, one is enough', async () => {
    const settings = await readSettings();
    const actor = staffActor('administrator');
    await updateSettings({ actor, settings: { ...settings, activityApproval: 'none' } });
    const as = await staffToken('events');
    const made = (await api.call(activities.createActivity, { as, body: sent(activityInput()) }))
      .json as unknown as StaffActivity;
    const body = { version: made.version, acknowledged: EVERY };
    const published = await api.call(activities.publishActivity, { as, params: { id: made.id }, body });
    expect(published.json).toMatchObject({ phase: 'open' });
    await updateSettings({ actor, settings: { ...(await readSettings()), activityApproval: 'second' } });
  });

  test('what is odd has to be meant, and what cannot be is refused', async () => {
    freezeClock('2026-12-01T09:00:00+08:00');
    const as = await staffToken('events');
    const odd = activityInput({ cancelHours: 720, advanceLeave: false, title: '周末徒步' });
    const made = (await api.call(activities.createActivity, { as, body: sent(odd) })).json as unknown as StaffActivity;
    expect(made.warnings).toEqual(expect.arrayContaining(['neverCancels', 'gap']));
    const submit = (acknowledged: readonly string[]) =>
      api.call(activities.submitActivity, {
        as,
        params: { id: made.id },
        body: { version: made.version, acknowledged },
      });
    expect((await submit(['gap'])).json.error?.fields?.['acknowledged']).toContain('报名后任何时候都不能取消');
    expect((await submit(made.warnings)).status).toBe(200);
    const wrong = activityInput();
    const refused = await api.call(activities.createActivity, {
      as,
      body: sent({ ...wrong, closesAt: wrong.beginsAt + 1, endsAt: wrong.beginsAt }),
    });
    expect(refused.json.error?.fields).toEqual({
      closesAt: '报名结束不能晚于活动开始',
      endsAt: '活动结束应晚于活动开始',
    });
    const asked = { hint: '', kind: 'text' as const, isRequired: false, choices: [] };
    const form = ['身份证号', '身 份-证', '健康状况', '用餐'].map((label, n) => ({ ...asked, key: `k${n}`, label }));
    form.push({ ...asked, key: 'k9', label: '其他', hint: '请填写银行卡号' });
    const single = { ...asked, kind: 'choice' as const, label: '家庭情况', choices: ['已婚', '其他'] };
    form.push({ ...asked, key: 'k10', label: '身份證' });
    const asks = await api.call(activities.createActivity, {
      as,
      body: sent(activityInput({ form: [...form, { ...single, key: 'k11' }] })),
    });
    const tooPrivate = '报名表不能收集证件号码、健康、婚姻、银行卡信息';
    expect(asks.json.error?.fields).toEqual({
      'form.0.label': tooPrivate,
      'form.1.label': tooPrivate,
      'form.2.label': tooPrivate,
      'form.4.hint': tooPrivate,
      'form.5.label': tooPrivate,
      'form.6.choices.0': tooPrivate,
    });
  });
});

describe('a direct link', () => {
  test('says why it is not for the member; what only those see whom it is for is not there', async () => {
    const as = await memberToken({ lawyerId: lawyers[0]!.lawyerId });
    const eligibility = { atom: 'practice', minYears: 50 } as const;
    const { activity } = await makeActivity({ eligibility });
    const page = (await api.call(activities.showActivity, { as, params: { id: activity.id } }))
      .json as unknown as ActivityPage;
    expect(page.unmet).toEqual([expect.stringMatching(/^须执业满50年（/)]);
    expect(page.can.signUp).toEqual({ until: null, reason: '您不符合本活动的报名条件' });
    const open = (await api.call(activities.listOpenActivities, { as })).json as unknown as OpenActivities;
    expect(open.items.map(({ id }) => id)).not.toContain(activity.id);
    const hidden = await makeActivity({ eligibility, visibility: 'fitting' });
    expect((await api.call(activities.showActivity, { as, params: { id: hidden.activity.id } })).status).toBe(404);
  });
});

describe('an edit after publishing', () => {
  test('never shortens what was promised, and is shown to members with old and new', async () => {
    freezeClock('2026-12-01T09:00:00+08:00');
    const made = await makeActivity();
    const registration = await join(made, lawyers[0]!);
    const { cancelUntil, leaveUntil } = registration;
    await edit(made, { closesAt: made.activity.closesAt - 2 * DAY_MS, leaveHours: 48 });
    await registration.reload();
    expect([registration.cancelUntil, registration.leaveUntil]).toEqual([cancelUntil, leaveUntil]);
    await edit(made, { closesAt: made.activity.closesAt + DAY_MS });
    await registration.reload();
    expect(registration.cancelUntil).toBe(cancelUntil + DAY_MS);
    const as = await memberToken({ lawyerId: lawyers[0]!.lawyerId });
    const page = (await api.call(activities.showActivity, { as, params: { id: made.activity.id } }))
      .json as unknown as ActivityPage;
    expect(page.changes.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['报名结束', '取消截止', '请假截止']),
    );
  });

  test('of time or place opens cancelling for 72 hours, at most until L', async () => {
    freezeClock('2026-12-01T09:00:00+08:00');
    const made = await makeActivity({ cancelHours: 720 });
    const registration = await join(made, lawyers[0]!);
    expect(registration.cancelUntil).toBeLessThan(Date.now());
    await edit(made, { cancelHours: 720, beginsAt: made.activity.beginsAt + HOUR_MS / 2 });
    await registration.reload();
    const start = Date.parse('2026-12-01T09:00:00+08:00');
    expect(registration.cancelUntil).toBeLessThan(start);
    await edit(made, { cancelHours: 720, place: '文华会议中心' });
    await registration.reload();
    expect(registration.cancelUntil).toBe(start + 72 * HOUR_MS);
  });

  test('in small steps opens it as well, once they add up to more than half an hour; each step is told', async () => {
    freezeClock('2026-12-01T09:00:00+08:00');
    const made = await makeActivity({ cancelHours: 720 });
    const registration = await join(made, lawyers[2]!);
    const { beginsAt } = made.activity;
    const step = 20 * 60_000;
    const news = async () =>
      (
        await InboxEntry.findAll({
          where: { memberId: lawyers[2]!.lawyerId, event: 'activity_changed' },
          order: ['id'],
        })
      ).map(({ body }) => body);
    await edit(made, { cancelHours: 720, beginsAt: beginsAt + step });
    expect((await registration.reload()).cancelUntil).toBeLessThan(Date.parse('2026-12-01T09:00:00+08:00'));
    expect(await news()).toEqual([expect.not.stringContaining('前可以取消')]);
    await edit(made, { cancelHours: 720, beginsAt: beginsAt + 2 * step });
    expect((await registration.reload()).cancelUntil).toBe(Date.parse('2026-12-04T09:00:00+08:00'));
    expect((await news()).at(-1)).toContain('前可以取消');
    // What has been told is what is planned on now.
    await edit(made, { cancelHours: 720, beginsAt: beginsAt + 3 * step, title: '改了题目' });
    expect(registration.toldBeginsAt).toBe(beginsAt + 2 * step);
  });

  test('with more seats serves those who wait; with fewer removes nobody', async () => {
    const made = await makeActivity({ capacity: 1 });
    const all: Registration[] = [];
    for (const actor of lawyers) all.push(await join(made, actor));
    const group = made.groups[0]!;
    await edit(made, { capacity: 2, groups: [{ id: group.id, name: '', capacity: 2, eligibility: null, feeFen: 0 }] });
    const states = async () => Promise.all(all.map(async (one) => (await one.reload()).state));
    expect(await states()).toEqual(['registered', 'offered', 'waiting']);
    await edit(made, { capacity: 0, groups: [{ id: group.id, name: '', capacity: 0, eligibility: null, feeFen: 0 }] });
    expect(await states()).toEqual(['registered', 'offered', 'waiting']);
  });
});

describe('staff and the list of names', () => {
  test('add beyond the conditions, within the seats; remove with a reason; cancel everything', async () => {
    const made = await makeActivity({ capacity: 1, eligibility: { atom: 'practice', minYears: 50 } });
    const as = await staffToken('events');
    const { licenceNo, id: lawyerId } = await makeLawyer();
    const add = (number: string) =>
      api.call(activities.addRegistration, {
        as,
        params: { id: made.activity.id },
        body: { licenceNo: number, groupId: made.groups[0]!.id, reason: '协会邀请' },
      });
    expect((await add(licenceNo)).status).toBe(200);
    expect((await add(licenceNo)).json.error?.fields).toEqual({ licenceNo: '该律师已报名' });
    expect((await add((await makeLawyer()).licenceNo)).json.error?.fields).toEqual({
      groupId: '该分组名额已满，请先增加名额',
    });
    expect((await add('99999999')).json.error?.fields).toEqual({ licenceNo: '没有找到该执业证号的律师' });
    const rows = (await api.call(activities.listRegistrations, { as, params: { id: made.activity.id } })).json as {
      items?: { id: number; licenceNo: string }[];
    };
    expect(rows.items).toEqual([expect.objectContaining({ licenceNo, state: 'registered' })]);
    const { version } = await made.activity.reload();
    const cancel = (title: string) =>
      api.call(activities.cancelActivity, {
        as,
        params: { id: made.activity.id },
        body: { version, title, reason: '台风' },
      });
    expect((await cancel('别的活动')).json.error?.fields).toEqual({ title: '与活动标题不一致，请照原样输入' });
    expect((await cancel(made.activity.title)).json).toMatchObject({ phase: 'cancelled' });
    await doDueWork();
    const after = await api.call(activities.showStaffActivity, { as, params: { id: made.activity.id } });
    expect(after.json).toMatchObject({ taken: 0, counts: { void: 1 } });
    const registration = await Registration.findOne({ where: { lawyerId }, rejectOnEmpty: true });
    expect([registration.state, registration.reason]).toEqual(['void', '台风']);
  });
});
