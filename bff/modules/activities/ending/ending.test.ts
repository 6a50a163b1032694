import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { PNG } from '../../../test/files.ts';
import { Upload } from '../../files/model.ts';
import { uploadFile } from '../../files/upload-file.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { Registration } from '../model.ts';
import { askLeave } from '../signing-up/ask-leave.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { dropLeaveProofsBefore } from './drop-leave-proofs.ts';
import { endRegistrations } from './end-registrations.ts';
import { endingOf } from './ending-of.ts';

useDatabase();
let lawyers: LawyerActor[];
beforeAll(async () => {
  lawyers = [];
  for (let n = 0; n < 3; n++) lawyers.push((await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor);
});
beforeEach(() => freezeClock('2026-12-01T09:00:00+08:00'));
afterEach(releaseClock);

type Made = Awaited<ReturnType<typeof makeActivity>>;
const enlist = async ({ activity, groups }: Made, actor: LawyerActor) => {
  const input = { groupId: groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
  return (await signUp({ actor, activityId: activity.id, input })).registrationId;
};
const endAt = async (instant: number) => {
  freezeClock(instant);
  await endRegistrations({ piece: 1 });
};
const statesOf = async ({ activity }: Made) =>
  (await Registration.findAll({ where: { activityId: activity.id }, order: ['id'] })).map(({ state }) => state);
const toldOf = async (subjectId: number) =>
  (await InboxEntry.findAll({ where: { subjectKind: 'registration', subjectId, event: 'activity_ended' } })).map(
    ({ body }) => body,
  );

test.each([-1, 0, 1])('whoever waits is told when no seat is offered any more, at %s ms', async (off) => {
  const made = await makeActivity({ capacity: 1 });
  const ids = [];
  for (const actor of lawyers) ids.push(await enlist(made, actor));
  await endAt(made.activity.beginsAt - DAY_MS + off);
  const isOver = off >= 0;
  expect(await statesOf(made)).toEqual(['registered', ...(isOver ? ['unplaced', 'unplaced'] : ['waiting', 'waiting'])]);
  expect(await toldOf(ids[1]!)).toEqual(
    isOver ? [expect.stringContaining('候补结束：活动开始前24小时起不再递补')] : [],
  );
  // Once more changes and tells nothing.
  await endRegistrations();
  expect((await toldOf(ids[1]!)).length).toBe(isOver ? 1 : 0);
  expect((await made.activity.reload()).taken).toBe(1);
});

test('whoever applied is told when it has ended, not before: staff may admit until then', async () => {
  const made = await makeActivity({ admission: 'review' });
  const id = await enlist(made, lawyers[0]!);
  await endAt(made.activity.endsAt - 1);
  expect(await statesOf(made)).toEqual(['applied']);
  await endAt(made.activity.endsAt);
  expect(await statesOf(made)).toEqual(['unplaced']);
  expect(await toldOf(id)).toEqual([expect.stringContaining('活动已经结束，报名没有审核')]);
});

test('whoever waits for a draw that nobody holds is told when it has begun', async () => {
  const now = clock.now();
  const draw = { admission: 'draw', drawSource: '双色球第2026141期', drawAt: now + 8 * DAY_MS } as const;
  const made = await makeActivity({ ...draw, capacity: 1 });
  const id = await enlist(made, lawyers[0]!);
  await endAt(made.activity.beginsAt);
  expect(await statesOf(made)).toEqual(['unplaced']);
  expect(await toldOf(id)).toEqual([expect.stringContaining('没有完成抽签')]);
});

test('what was put off meanwhile, cancelled, or is not over stays', async () => {
  const made = await makeActivity({ capacity: 1 });
  for (const actor of lawyers) await enlist(made, actor);
  const at = made.activity.beginsAt;
  await made.activity.update({ beginsAt: at + 3 * DAY_MS, endsAt: at + 3 * DAY_MS + HOUR_MS });
  await endAt(at);
  expect(await statesOf(made)).toEqual(['registered', 'waiting', 'waiting']);
  // Winding up sees to them, and says that it was cancelled.
  await made.activity.update({ state: 'cancelled' });
  await endAt(at + 4 * DAY_MS);
  expect(await statesOf(made)).toEqual(['registered', 'waiting', 'waiting']);
});

test('out of sight a waiting list is over all the same', async () => {
  const made = await makeActivity({ capacity: 1 });
  for (const actor of lawyers) await enlist(made, actor);
  await made.activity.update({ state: 'hidden' });
  await endAt(made.activity.beginsAt);
  expect(await statesOf(made)).toEqual(['registered', 'unplaced', 'unplaced']);
});

test('the words follow the hours', () => {
  const activity = { beginsAt: 10 * HOUR_MS, endsAt: 12 * HOUR_MS, offersStopHours: 0 };
  expect(endingOf(activity, 10 * HOUR_MS - 1)).toEqual([]);
  expect(endingOf(activity, 10 * HOUR_MS).map(({ reason }) => reason)).toContain('候补结束：活动已经开始');
});

test('what was sent with a leave goes once the activity has ended so long ago, not an instant before', async () => {
  const made = await makeActivity({ cancelHours: 720 });
  const id = await enlist(made, lawyers[0]!);
  const actor = lawyers[0]!;
  const { token } = await uploadFile({ actor, name: '传票.png', bytes: PNG });
  await askLeave({ actor, id, input: { reason: 'court', note: '', attachments: [token] } });
  const { endsAt } = made.activity;
  expect(await dropLeaveProofsBefore(endsAt)).toBe(0);
  expect(await dropLeaveProofsBefore(endsAt + 1)).toBe(1);
  expect(await Upload.findOne({ where: { token } })).toMatchObject({ removedWhy: 'expired' });
});
