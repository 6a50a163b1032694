import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { activityEndpoints as activities } from '../../../contract/activities/endpoints.ts';
import type { ActivityPage, RegistrationRows } from '../../../contract/activities/replies.ts';
import { HOUR_MS } from '../../../contract/dates.ts';
import { exportEndpoints } from '../../../contract/exports/endpoints.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import type { PresenceMark } from '../../../contract/activities/enums.ts';
import type { Activity } from '../model.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { Presence } from './model.ts';
import { recordPresence } from './record-presence.ts';

useDatabase();
const api = useApi();
afterEach(releaseClock);

let lawyers: LawyerActor[];
let activity: Activity;
let ids: number[];
beforeAll(async () => {
  const { id: firmId } = await makeFirm();
  lawyers = [];
  for (let n = 0; n < 3; n++) {
    lawyers.push((await memberActor({ lawyerId: (await makeLawyer({ firmId })).id })) as LawyerActor);
  }
});
beforeEach(async () => {
  const made = await makeActivity({
    capacity: 2,
    form: [{ key: 'meal', label: '用餐', hint: '', kind: 'choice', isRequired: false, choices: ['清真', '普通'] }],
  });
  activity = made.activity;
  ids = [];
  for (const actor of lawyers) {
    const input = { groupId: made.groups[0]!.id, answers: { meal: '清真' }, waits: true, idempotencyKey: newKey() };
    ids.push((await signUp({ actor, activityId: activity.id, input })).registrationId);
  }
});

const mark = (as: PresenceMark, registrationIds: number[]) =>
  recordPresence({ actor: staffActor('events'), activityId: activity.id, input: { registrationIds, mark: as } });
const stored = (registrationId: number) => Presence.findOne({ where: { registrationId } });

describe('登记到场 by hand', () => {
  test('from an hour before the beginning; who did not come, from the beginning', async () => {
    const { beginsAt } = activity;
    const [first] = ids as [number];
    freezeClock(beginsAt - HOUR_MS - 1);
    await expect(mark('present', [first])).rejects.toMatchObject({ code: 'wrong_state' });
    freezeClock(beginsAt - HOUR_MS);
    await mark('present', [first]);
    freezeClock(beginsAt - 1);
    await expect(mark('absent', [first])).rejects.toThrow(/起可以登记$/);
    freezeClock(beginsAt);
    await mark('absent', [first]);
    expect(await stored(first)).toMatchObject({ outcome: 'absent' });
  });

  test('coming is now while it runs, and all of it from a paper list afterwards', async () => {
    const [first, second] = ids as [number, number];
    freezeClock(activity.beginsAt + 5 * 60_000);
    await mark('present', [first]);
    expect(await stored(first)).toMatchObject({ arrivedAt: activity.beginsAt + 5 * 60_000, leftAt: null, way: 'hand' });
    freezeClock(activity.endsAt);
    await mark('present', [second]);
    expect(await stored(second)).toMatchObject({ arrivedAt: activity.beginsAt, leftAt: activity.endsAt });
  });

  test('the same said again changes nothing, something else replaces it, and it is taken back', async () => {
    const [first] = ids as [number];
    freezeClock(activity.beginsAt);
    await mark('present', [first, first]);
    freezeClock(activity.beginsAt + 60_000);
    await mark('present', [first]);
    expect(await stored(first)).toMatchObject({ arrivedAt: activity.beginsAt });
    await mark('absent', [first]);
    expect(await stored(first)).toMatchObject({ outcome: 'absent', arrivedAt: null });
    await mark('unknown', [first]);
    expect(await stored(first)).toBeNull();
    const as = await memberToken({ lawyerId: lawyers[0]!.lawyerId });
    const page = await api.call(activities.showActivity, { as, params: { id: activity.id } });
    const { own } = page.json as unknown as ActivityPage;
    expect(own).toMatchObject({ presence: null });
    expect(own!.timeline.map(({ event }) => event)).toEqual(['signed_up', 'checked_in', 'absent', 'presence_undone']);
  });

  test('only of those who have a seat, and of this activity', async () => {
    freezeClock(activity.beginsAt);
    const waiting = ids[2]!;
    await expect(mark('present', [ids[0]!, waiting])).rejects.toThrow('有人已不在名单上，请刷新后重试');
    expect(await stored(ids[0]!)).toBeNull();
    const other = await makeActivity();
    const input = { groupId: other.groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
    const foreign = await signUp({ actor: lawyers[0]!, activityId: other.activity.id, input });
    await expect(mark('present', [foreign.registrationId])).rejects.toMatchObject({ code: 'wrong_state' });
  });
});

test('the list of names has it, and so has its file, with a column for each question', async () => {
  freezeClock(activity.beginsAt);
  await mark('present', [ids[0]!]);
  await mark('absent', [ids[1]!]);
  const staff = await staffToken('events');
  const answer = await api.call(activities.listRegistrations, { as: staff, params: { id: activity.id } });
  const { items } = answer.json as unknown as RegistrationRows;
  expect(items.map(({ presence }) => presence?.outcome ?? null)).toEqual(['present', 'absent', null]);

  const query = { activityId: String(activity.id), state: 'registered' as const };
  const file = await api.call(exportEndpoints.exportRegistrations, { as: staff, query });
  expect(file.status).toBe(200);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file.bytes as unknown as ArrayBuffer);
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as string[]).slice(1).map((v) => v ?? '')));
  expect(rows[0]).toEqual(
    '姓名 执业证号 执业机构 电话 分组 状态 资格变动 报名时间 到场 签到时间 签退时间 请假原因 说明 用餐'.split(' '),
  );
  expect(rows.slice(1).map((row) => [row[8], row.at(-1)])).toEqual([
    ['已到', '清真'],
    ['缺席', '清真'],
  ]);
  const nothing = await api.call(exportEndpoints.exportRegistrations, { as: staff, query: { activityId: '999999' } });
  expect(nothing.status).toBe(404);
});
