import { afterEach, beforeEach, expect, test } from '@jest/globals';
import '../../../app.ts';
import type { LawyerActor } from '../../../actor.ts';
import { MAX_QUESTION_TRIES, QUESTION_MINUTES } from '../../../contract/activity-meeting/limits.ts';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { Activity } from '../model.ts';
import { Presence } from '../presence/model.ts';
import { recordPresence } from '../presence/record-presence.ts';
import { tenthsOf } from '../rules.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { answerQuestion } from './answer-question.ts';
import { drawQuestions } from './draw-questions.ts';
import { listQuestions } from './list-questions.ts';
import { showOwnQuestions } from './own-questions.ts';

useDatabase();
const staff = staffActor('events');
const BEGINS = Date.parse('2026-12-10T14:00:00+08:00');
let activity: Activity;
let lawyer: LawyerActor;
let id: number;

beforeEach(async () => {
  freezeClock('2026-12-01T09:00:00+08:00');
  const times = { beginsAt: BEGINS, endsAt: BEGINS + 3 * HOUR_MS };
  const made = await makeActivity({ isOnline: true, hoursTenths: 30, ...times });
  activity = made.activity;
  lawyer = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
  const input = { groupId: made.groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
  ({ registrationId: id } = await signUp({ actor: lawyer, activityId: activity.id, input }));
});
afterEach(releaseClock);

const draw = async (count: 0 | 2 | 3 | 4) => {
  await drawQuestions({ actor: staff, id: activity.id, input: { count } });
  return (await listQuestions(activity.id)).items.map(({ from, until, code }) => ({
    from: Date.parse(from),
    until: Date.parse(until),
    code,
  }));
};
const answer = (code: string, actor = lawyer) => answerQuestion({ actor, id, input: { code } });
const own = () => showOwnQuestions({ actor: lawyer, id });
const seen = () => Presence.findOne({ where: { registrationId: id } });
const other = (code: string) => (code === '0000' ? '1111' : '0000');

test('each is asked in a part of the activity of its own, and the lawyer is not told when', async () => {
  const questions = await draw(4);
  expect(questions).toHaveLength(4);
  questions.forEach(({ from, until, code }, nth) => {
    expect(from).toBeGreaterThanOrEqual(nth === 0 ? BEGINS : questions[nth - 1]!.until);
    expect(until - from).toBe(QUESTION_MINUTES * 60_000);
    expect(until).toBeLessThanOrEqual(activity.endsAt);
    expect(code).toMatch(/^[0-9]{4}$/);
  });
  expect(await own()).toEqual({ total: 4, answered: 0, open: null });
});

test('is answered from its instant until just before its end, and again changes nothing', async () => {
  const [first] = await draw(2);
  const { from, until, code } = first!;
  for (const [at, isOpen] of [
    [from - 1, false],
    [from, true],
    [until - 1, true],
    [until, false],
  ] as const) {
    freezeClock(at);
    expect((await own()).open !== null).toBe(isOpen);
    if (!isOpen) await expect(answer(code)).rejects.toMatchObject({ code: 'wrong_state' });
  }
  freezeClock(until - 1);
  await answer(code);
  expect(await own()).toEqual({ total: 2, answered: 1, open: null });
  await expect(answer(code)).rejects.toMatchObject({ code: 'wrong_state', message: '现在没有待回答的签到提问' });
});

test('as much of the activity counts as of its questions was answered', async () => {
  const [first, second, third] = await draw(3);
  for (const [{ from, code }, minutes, tenths] of [
    [first!, 60, 10],
    [third!, 120, 20],
  ] as const) {
    freezeClock(from);
    await answer(code);
    const presence = await seen();
    expect(presence).toMatchObject({ outcome: 'present', way: 'question', minutes, arrivedAt: first!.from });
    expect(tenthsOf(activity, presence)).toBe(tenths);
  }
  freezeClock(second!.from);
  await answer(second!.code);
  expect(tenthsOf(activity, await seen())).toBe(30);
});

test('guessing ends after some wrong answers, whoever is right then; the next question takes answers again', async () => {
  const [first, second] = await draw(2);
  freezeClock(first!.from);
  for (let left = MAX_QUESTION_TRIES - 1; left >= 0; left -= 1) {
    const code = left > 0 ? `数字不对，还可以试${left}次` : '数字不对，这一次不能再试';
    await expect(answer(other(first!.code))).rejects.toMatchObject({ code: 'invalid_fields', fields: { code } });
  }
  await expect(answer(first!.code)).rejects.toMatchObject({ code: 'wrong_state' });
  expect(await seen()).toBeNull();
  freezeClock(second!.from);
  await answer(second!.code);
  expect(await own()).toMatchObject({ answered: 1 });
});

test('two answers at once count once', async () => {
  const [first] = await draw(2);
  freezeClock(first!.from);
  const outcomes = await Promise.allSettled([answer(first!.code), answer(first!.code)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await seen())?.minutes).toBe(90);
  expect((await listQuestions(activity.id)).items.map(({ answered }) => answered)).toEqual([1, 0]);
});

test('nobody answers for another; what staff have recorded stays', async () => {
  const [first] = await draw(2);
  freezeClock(first!.from);
  const stranger = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
  await expect(answer(first!.code, stranger)).rejects.toMatchObject({ code: 'not_found' });
  await expect(showOwnQuestions({ actor: stranger, id })).rejects.toMatchObject({ code: 'not_found' });
  await recordPresence({ actor: staff, activityId: activity.id, input: { registrationIds: [id], mark: 'present' } });
  await answer(first!.code);
  expect(await seen()).toMatchObject({ way: 'hand', minutes: null });
});

test('they move with the activity, and are drawn anew only before it begins', async () => {
  const [first] = await draw(2);
  await Activity.update(
    { beginsAt: BEGINS + DAY_MS, endsAt: activity.endsAt + DAY_MS },
    { where: { id: activity.id } },
  );
  const [moved] = (await listQuestions(activity.id)).items;
  expect(Date.parse(moved!.from)).toBe(first!.from + DAY_MS);
  expect(await draw(0)).toEqual([]);
  freezeClock(BEGINS + DAY_MS);
  await expect(draw(2)).rejects.toMatchObject({ code: 'wrong_state', message: '活动已开始，签到提问不能再更改' });
});

test('only an online activity that is long enough has them', async () => {
  await Activity.update({ endsAt: BEGINS + 59 * 60_000 }, { where: { id: activity.id } });
  await expect(draw(4)).rejects.toMatchObject({ message: '4次签到提问需要活动至少60分钟' });
  expect(await draw(3)).toHaveLength(3);
  await Activity.update({ isOnline: false }, { where: { id: activity.id } });
  await expect(draw(2)).rejects.toMatchObject({ message: '只有线上活动可以设置签到提问' });
});
