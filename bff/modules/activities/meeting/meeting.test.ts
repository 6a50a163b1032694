import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import '../../../app.ts';
import type { LawyerActor } from '../../../actor.ts';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { hoursRecords } from '../../registry/records/hours-records.ts';
import { recordsOf } from '../../registry/records/record-kind.ts';
import { readNewestSettings } from '../../settings/read-settings.ts';
import { updateSettings } from '../../settings/update-settings.ts';
import { settleActivity } from '../hours/settle-activity.ts';
import { Registration, type Activity } from '../model.ts';
import { MeetingLine, Presence } from '../presence/model.ts';
import { recordPresence } from '../presence/record-presence.ts';
import { showActivity } from '../signing-up/show-activity.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { decideLine } from './decide-line.ts';
import { dropStrangers } from './drop-strangers.ts';
import { enterMeeting } from './enter-meeting.ts';
import { importList } from './import-list.ts';
import { listLines } from './list-lines.ts';

useDatabase();
const actor = staffActor('events');
const BEGINS = Date.parse('2026-12-10T14:00:00+08:00');
const URL = 'https://meeting.example.com/dm/abc';
let activity: Activity;
let lawyers: { actor: LawyerActor; registrationId: number }[];

let people: LawyerActor[];
/** One with the licence number of the samples, one known by telephone, two of one name in two firms. */
beforeAll(async () => {
  const [clear, other] = [
    await makeFirm({ name: '江海清鸣律师事务所' }),
    await makeFirm({ name: '广南正源律师事务所' }),
  ];
  people = [];
  for (const given of [
    { name: '林知远', licenceNo: '14499201210100017', firmId: clear.id },
    { name: '陈安', phone: '19911110002', firmId: clear.id },
    { name: '周一言', firmId: clear.id },
    { name: '周一言', firmId: other.id },
  ]) {
    people.push((await memberActor({ lawyerId: (await makeLawyer(given)).id })) as LawyerActor);
  }
});
beforeEach(async () => {
  freezeClock('2026-12-01T09:00:00+08:00');
  const made = await makeActivity({
    isOnline: true,
    meetingUrl: URL,
    capacity: 10,
    beginsAt: BEGINS,
    endsAt: BEGINS + 3 * HOUR_MS,
  });
  activity = made.activity;
  lawyers = [];
  for (const who of people) {
    const input = { groupId: made.groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
    lawyers.push({ actor: who, ...(await signUp({ actor: who, activityId: activity.id, input })) });
  }
});
afterEach(releaseClock);

const sample = (name: string) => readFile(join(import.meta.dirname, 'samples', name));
const csv = (...lines: string[]) => Buffer.from(['参会人,手机号,加入时间,离开时间', ...lines].join('\n'));
const read = async (file: Buffer | string) =>
  importList({ actor, id: activity.id, file: typeof file === 'string' ? await sample(file) : file });
const presenceOf = (at: number) => Presence.findOne({ where: { registrationId: lawyers[at]!.registrationId } });
const linesOf = async () => (await listLines({ id: activity.id, limit: 50 })).items;

describe('进入会议', () => {
  const enter = (at: number) => enterMeeting({ actor: lawyers[at]!.actor, id: lawyers[at]!.registrationId });

  test('from half an hour before, until it ends, and noted once', async () => {
    const from = BEGINS - HOUR_MS / 2;
    freezeClock(from - 1);
    await expect(enter(0)).rejects.toThrow('12月10日（周四）13:30起可以进入会议');
    freezeClock(from);
    expect(await enter(0)).toEqual({ url: URL });
    freezeClock(activity.endsAt - 1);
    expect(await enter(0)).toEqual({ url: URL });
    freezeClock(activity.endsAt);
    await expect(enter(0)).rejects.toThrow('活动已结束');
    const { own } = await showActivity({ actor: lawyers[0]!.actor, id: activity.id });
    expect(own!.timeline.filter(({ event }) => event === 'entered')).toHaveLength(1);
  });

  test('is for who has a seat: nobody else is told where it is', async () => {
    freezeClock(BEGINS);
    const stranger = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
    await expect(enterMeeting({ actor: stranger, id: lawyers[0]!.registrationId })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(JSON.stringify(await showActivity({ actor: stranger, id: activity.id }))).not.toContain(URL);
    await Registration.update({ state: 'leave', liveKey: null }, { where: { id: lawyers[0]!.registrationId } });
    await expect(enter(0)).rejects.toThrow('您没有占有名额，不能进入会议');
    expect(JSON.stringify(await showActivity({ actor: lawyers[0]!.actor, id: activity.id }))).not.toContain(URL);
  });
});

describe('the list of 腾讯会议', () => {
  beforeEach(() => freezeClock(activity.endsAt + HOUR_MS));

  test('tells people by licence number, telephone, or name and firm, and adds their comings and goings up', async () => {
    expect(await read('tencent.csv')).toEqual({ service: '腾讯会议', added: 6, known: 0, doubtful: 2 });
    // 14:00 to 15:01:10 and 15:03:20 to 17:00; what was before 14:00 and after 17:00 does not count.
    expect(await presenceOf(0)).toMatchObject({ minutes: 177, way: 'online', arrivedAt: BEGINS });
    expect(await presenceOf(1)).toMatchObject({ minutes: 160 });
    expect(await presenceOf(2)).toMatchObject({ minutes: 60 });
    expect(await presenceOf(3)).toBeNull();
    expect((await linesOf()).map(({ shownName, way, who }) => [shownName, way, who?.name ?? null])).toEqual([
      ['14499201210100017 林知远', 'licence', '林知远'],
      ['14499201210100017林知远', 'licence', '林知远'],
      ['iPhone', 'phone', '陈安'],
      ['江海清鸣所-周一言', 'name', '周一言'],
      ['周一言', null, null],
      ['旁听', null, null],
    ]);
  });

  test('read again adds nothing, and a longer one what is new', async () => {
    await read('tencent.csv');
    expect(await read('tencent.csv')).toMatchObject({ added: 0, known: 6 });
    expect(await presenceOf(0)).toMatchObject({ minutes: 177 });
    await read(csv('14499201210100017,,2026-12-10 15:00,2026-12-10 15:05'));
    expect(await presenceOf(0)).toMatchObject({ minutes: 180 });
  });

  test('what it leaves in doubt staff decide, and decide otherwise', async () => {
    await read('tencent.csv');
    const doubtful = (await linesOf()).filter(({ way }) => way === null);
    const decide = (line: number, registrationId: number | null) =>
      decideLine({ actor, id: doubtful[line]!.id, input: { registrationId } });
    await decide(0, lawyers[3]!.registrationId);
    expect(await presenceOf(3)).toMatchObject({ minutes: 60 });
    await decide(0, lawyers[2]!.registrationId);
    expect(await presenceOf(3)).toBeNull();
    expect(await presenceOf(2)).toMatchObject({ minutes: 120 });
    await decide(1, null);
    expect((await listLines({ id: activity.id, limit: 50, shown: 'doubtful' })).items).toEqual([]);
    const elsewhere = await makeActivity();
    await expect(decide(1, elsewhere.groups[0]!.id + 9_000)).rejects.toMatchObject({ code: 'invalid_fields' });
    await dropStrangers({ activityId: activity.id });
    const left = await MeetingLine.findAll({ where: { activityId: activity.id }, order: ['id'] });
    expect(left.map(({ way }) => way)).toEqual(['licence', 'licence', 'phone', 'name', 'hand']);
  });

  test('says nothing against what was recorded by hand', async () => {
    const registrationIds = [lawyers[0]!.registrationId];
    await recordPresence({ actor, activityId: activity.id, input: { registrationIds, mark: 'absent' } });
    await read('tencent.csv');
    expect(await presenceOf(0)).toMatchObject({ outcome: 'absent', way: 'hand' });
  });

  test('a name alone is nobody: it is proposed to staff, and gives nothing until they say so', async () => {
    await read(csv('陈安,,2026-12-10 14:00,2026-12-10 17:00'));
    expect((await linesOf()).map(({ way, who }) => [way, who?.name])).toEqual([[null, '陈安']]);
    expect(await presenceOf(1)).toBeNull();
  });
});

test.each([
  ['dingtalk.csv', '钉钉'],
  ['zoom.csv', 'Zoom'],
])('%s is read as well', async (name, service) => {
  freezeClock(activity.endsAt);
  expect(await read(name)).toMatchObject({ service, added: 1, doubtful: 0 });
  expect(await presenceOf(0)).toMatchObject({ minutes: 180, arrivedAt: BEGINS, leftAt: BEGINS + 3 * HOUR_MS });
});

test('a service that words its list anew is read once the office has said how', async () => {
  freezeClock(activity.endsAt);
  const anew = Buffer.from('参会者,进入,离开\n14499201210100017,2026-12-10 14:00,2026-12-10 17:00');
  await expect(read(anew)).rejects.toMatchObject({
    fields: { file: expect.stringContaining('腾讯会议、钉钉、Zoom导出的参会成员名单') as unknown },
  });
  const settings = await readNewestSettings();
  const more = { service: '飞书会议', name: ['参会者'], phone: [], joined: ['进入'], left: ['离开'] };
  const meetingFormats = [...settings.meetingFormats, more];
  await updateSettings({ actor: staffActor('administrator'), settings: { ...settings, meetingFormats } });
  expect(await read(anew)).toEqual({ service: '飞书会议', added: 1, known: 0, doubtful: 0 });
  expect(await presenceOf(0)).toMatchObject({ minutes: 180 });
});

describe('hours', () => {
  const hours = async (at: number) =>
    transaction(async (t) => {
      const subject = { subjectKind: 'lawyer' as const, subjectId: lawyers[at]!.actor.lawyerId };
      return (await recordsOf(hoursRecords, subject, t)).map((one) => one.hours);
    });

  test('are all of them for who missed half an hour at most, otherwise the part in whole halves', async () => {
    freezeClock(activity.endsAt + 2 * HOUR_MS);
    await read(
      csv(
        '14499201210100017,,2026-12-10 14:30,2026-12-10 17:00',
        '陈安 19911110002,19911110002,2026-12-10 14:31,2026-12-10 17:00',
        '江海清鸣所周一言,,2026-12-10 14:00,2026-12-10 14:29',
      ),
    );
    await settleActivity({ activityId: activity.id });
    expect([await hours(0), await hours(1), await hours(2), await hours(3)]).toEqual([[3], [2], [], []]);
  });
});

describe('is refused in words', () => {
  test('what is no such list, times that are none, and what is not online or has not begun', async () => {
    freezeClock(BEGINS - 1);
    await expect(read('zoom.csv')).rejects.toThrow('12月10日（周四）14:00起可以导入会议名单');
    freezeClock(BEGINS + DAY_MS);
    await expect(read(Buffer.from('姓名,电话\n张三,1'))).rejects.toMatchObject({
      fields: { file: expect.stringContaining('没有认出是哪种名单') as unknown },
    });
    await expect(
      read(csv('张三,,昨天,2026-12-10 17:00', '李四,,2026-12-10 17:00,2026-12-10 14:00')),
    ).rejects.toMatchObject({ fields: { file: '第2、3行的入会、离会时间无法识别，请核对' } });
    await activity.update({ isOnline: false });
    await expect(read('zoom.csv')).rejects.toThrow('只有线上活动可以导入会议名单');
  });
});
