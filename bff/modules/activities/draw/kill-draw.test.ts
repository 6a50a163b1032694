import { beforeAll, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { isFull } from '../../../test/heavy.ts';
import { countStatements } from '../../../test/trouble/run-driver.ts';
import { InboxEntry } from '../../notifications/model.ts';
import type { Activity } from '../model.ts';
import { Registration } from '../model.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { freezeDraw } from './freeze-draw.ts';
import { seedOf } from './make-draw.ts';
import { ActivityDraw, DrawTicket } from './model.ts';
import { orderOf } from './order.ts';

useDatabase();
let lawyers: LawyerActor[];
beforeAll(async () => {
  lawyers = [];
  for (let n = 0; n < 4; n++) lawyers.push((await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor);
});

/** Places at which it dies, when not every one is tried. */
const PLACES = 3;

/** A draw that was held, of four for two seats, and whose seats nobody has given. */
async function held(): Promise<Activity> {
  const now = clock.now();
  const { activity, groups } = await makeActivity({
    admission: 'draw',
    drawSource: '双色球第2026141期开奖号码',
    drawAt: now + 8 * DAY_MS,
    beginsAt: now + 11 * DAY_MS,
    endsAt: now + 11 * DAY_MS + 3 * HOUR_MS,
    capacity: 2,
  });
  for (const actor of lawyers) {
    const input = { groupId: groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
    await signUp({ actor, activityId: activity.id, input });
  }
  await activity.update({ closesAt: now - 1, drawAt: now - 1 });
  await freezeDraw({ activityId: activity.id });
  await ActivityDraw.update({ outcome: '03 07 12', drawnAt: now }, { where: { activityId: activity.id } });
  return activity;
}

/** Gives the seats in a process of its own; answers how many statements it took, null where it was killed. */
async function give(when: number, { id }: Activity): Promise<number | null> {
  return countStatements('draw-and-die', [when, id]);
}

/** In the order that was drawn: what each has, and how often he was told of it. */
async function found(activity: Activity) {
  const activityId = activity.id;
  const draw = await ActivityDraw.findOne({ where: { activityId }, rejectOnEmpty: true });
  const tickets = await DrawTicket.findAll({ where: { activityId } });
  const { listHash, outcome } = draw;
  const order = orderOf(
    { seed: seedOf(draw), listHash, outcome },
    tickets.map(({ ticket }) => ticket),
  );
  const lines = [];
  for (const ticket of order) {
    const { registrationId } = tickets.find((one) => one.ticket === ticket)!;
    const { state } = await Registration.findByPk(registrationId, { rejectOnEmpty: true });
    const where = { subjectKind: 'registration', subjectId: registrationId };
    // One for signing up.
    lines.push([state, (await InboxEntry.count({ where })) - 1]);
  }
  return { lines, taken: Number((await activity.reload()).taken) };
}
const DONE = {
  lines: [
    ['registered', 1],
    ['registered', 1],
    ['waiting', 1],
    ['waiting', 1],
  ],
  taken: 2,
};

test('killed between any two statements, again and again: the same order, each seat once, everybody told once', async () => {
  const whole = await held();
  const statements = (await give(Number.MAX_SAFE_INTEGER, whole)) ?? 0;
  expect(await found(whole)).toEqual(DONE);
  expect(statements).toBeGreaterThan(30);
  const activity = await held();
  const every = Array.from({ length: statements }, (_, at) => at + 1);
  const step = Math.floor(statements / PLACES);
  for (const place of isFull ? every : every.filter((at) => at % step === 0)) {
    if ((await give(place, activity)) !== null) break;
    expect((await found(activity)).taken).toBeLessThanOrEqual(2);
  }
  await give(Number.MAX_SAFE_INTEGER, activity);
  expect(await found(activity)).toEqual(DONE);
}, 600_000);

test('two processes at once give the same seats, once', async () => {
  const activity = await held();
  await Promise.all([give(Number.MAX_SAFE_INTEGER, activity), give(Number.MAX_SAFE_INTEGER, activity)]);
  expect(await found(activity)).toEqual(DONE);
}, 600_000);
