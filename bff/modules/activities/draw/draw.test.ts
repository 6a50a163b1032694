import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { LawyerActor } from '../../../actor.ts';
import { HOUR_MS } from '../../../contract/dates.ts';
import { drawEndpoints as draws } from '../../../contract/draws/endpoints.ts';
import type { DrawPage } from '../../../contract/draws/replies.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { doDueWork } from '../../../test/office.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { Lawyer } from '../../registry/model.ts';
import { Registration, type Activity } from '../model.ts';
import { showStaffActivity } from '../office/show-staff-activity.ts';
import { cancelRegistration } from '../signing-up/cancel-registration.ts';
import { showActivity } from '../signing-up/show-activity.ts';
import { freezeDraw } from './freeze-draw.ts';
import { giveDrawnSeats } from './give-drawn-seats.ts';
import { seedOf } from './make-draw.ts';
import { ActivityDraw, DrawTicket } from './model.ts';
import { enlist, enter, first, hold, OUTCOME, second, toDraw } from '../../../test/factories/activities/draw.ts';

useDatabase();
const api = useApi();
let lawyers: LawyerActor[];
beforeAll(async () => {
  const { id: firmId } = await makeFirm();
  lawyers = [];
  for (let n = 0; n < 5; n++)
    lawyers.push((await memberActor({ lawyerId: (await makeLawyer({ firmId })).id })) as LawyerActor);
});
beforeEach(() => freezeClock('2026-12-01T09:00:00+08:00'));
afterEach(releaseClock);

const drawOf = ({ id: activityId }: Activity) => ActivityDraw.findOne({ where: { activityId }, rejectOnEmpty: true });
const pageOf = async (activity: Activity) => {
  const { status, json } = await api.call(draws.showDraw, { params: { code: (await drawOf(activity)).code } });
  expect(status).toBe(200);
  return json as unknown as DrawPage;
};
const statesOf = async ({ id: activityId }: Activity) =>
  (await Registration.findAll({ where: { activityId }, order: ['id'] })).map(({ state }) => state);

interface Recomputed {
  seedHolds: boolean;
  listHolds: boolean;
  order: string[];
}
const SCRIPT = join(import.meta.dirname, '../../../test/trouble/recompute-draw.ts');
/** By a script that has nothing of the program. */
const recompute = (page: DrawPage): Recomputed =>
  JSON.parse(
    execFileSync(process.execPath, [SCRIPT], {
      input: JSON.stringify(page),
      env: { NODE_NO_WARNINGS: '1' },
    }).toString(),
  ) as Recomputed;

test('everybody takes part, nobody is first: seats go by an order that an independent script recomputes', async () => {
  const made = await toDraw();
  const { activity } = made;
  const ids = [];
  for (const actor of lawyers) ids.push(await enlist(made, actor));
  expect(await statesOf(activity)).toEqual(lawyers.map(() => 'drawing'));
  expect((await activity.reload()).taken).toBe(0);
  const { own, draw } = await showActivity({ actor: lawyers[0]!, id: activity.id });
  expect(own?.state).toBe('drawing');
  const told = await InboxEntry.findOne({ where: { memberId: lawyers[0]!.lawyerId }, order: [['id', 'DESC']] });
  expect(told?.body.replaceAll(' ', '')).toContain(`抽签号是${draw?.own?.ticket}`);
  freezeClock(activity.closesAt);
  // The job that publishing has ordered.
  await doDueWork();
  expect((await drawOf(activity)).ticketCount).toBe(5);
  freezeClock(activity.drawAt!);
  await enter(activity, first);
  expect((await statesOf(activity)).every((state) => state === 'drawing')).toBe(true);
  await enter(activity, second, '０３ 07  12 18 25 31 + 09'.replace('０３', '03').replace('  ', ' '));
  await doDueWork();

  const page = await pageOf(activity);
  const { seedHolds, listHolds, order } = recompute(page);
  expect([seedHolds, listHolds, order.length]).toEqual([true, true, 5]);
  const shown = [...page.tickets].sort((a, b) => a.position! - b.position!);
  expect(shown.map(({ ticket }) => ticket)).toEqual(order);
  expect(shown.map(({ result }) => result)).toEqual(['won', 'won', 'waiting', 'waiting', 'waiting']);
  // What is published is what lawyers have.
  const tickets = await DrawTicket.findAll({ where: { activityId: activity.id } });
  const stateAt = async (position: number) => {
    const { registrationId } = tickets.find(({ ticket }) => ticket === order[position - 1])!;
    return (await Registration.findByPk(registrationId, { rejectOnEmpty: true })).state;
  };
  const states = [];
  for (let position = 1; position <= 5; position++) states.push(await stateAt(position));
  expect(states).toEqual(['registered', 'registered', 'waiting', 'waiting', 'waiting']);
  expect((await activity.reload()).taken).toBe(2);
  // A seat that becomes free goes to the next of the order, whoever signed up first.
  const winner = tickets.find(({ ticket }) => ticket === order[0])!.registrationId;
  const { lawyerId } = await Registration.findByPk(winner, { rejectOnEmpty: true });
  const actor = lawyers.find((one) => one.lawyerId === lawyerId)!;
  await Registration.update({ cancelUntil: clock.now() + HOUR_MS }, { where: { id: winner } });
  await cancelRegistration({ actor, id: winner });
  expect(await stateAt(3)).toBe('offered');
  // No licence number, no name, on the public page.
  const words = JSON.stringify(page);
  for (const { lawyerId: id } of lawyers) {
    const { licenceNo, name } = await Lawyer.findByPk(id, { rejectOnEmpty: true });
    expect(words).not.toContain(licenceNo);
    expect(words).not.toContain(name);
  }
});

test('control: whatever is changed of what was published, the independent script does not come to the same', async () => {
  const made = await toDraw();
  for (const actor of lawyers) await enlist(made, actor);
  await hold(made);
  await giveDrawnSeats({ activityId: made.activity.id });
  const page = await pageOf(made.activity);
  const another = page.seed!.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
  expect(recompute({ ...page, seed: another })).toMatchObject({ seedHolds: false });
  // Of so many that no two orders are the same by chance.
  const many = page.tickets.flatMap((one) => [0, 1, 2, 3, 4, 5].map((n) => ({ ...one, ticket: `${n}${one.ticket}` })));
  const large = { ...page, tickets: many };
  const { order } = recompute(large);
  expect(recompute({ ...large, seed: another }).order).not.toEqual(order);
  expect(recompute({ ...large, outcome: '03 07 12 18 25 31 + 10' }).order).not.toEqual(order);
  expect(recompute(large).order).toEqual(order);
  const fewer = { ...page, tickets: page.tickets.slice(1) };
  expect(recompute(fewer)).toMatchObject({ seedHolds: true, listHolds: false });
  const moved = page.tickets.map((one, at) => (at === 0 ? { ...one, groupId: one.groupId + 1 } : one));
  expect(recompute({ ...page, tickets: moved })).toMatchObject({ listHolds: false });
});

test('the seed is in no answer before it is drawn, and in the public one afterwards', async () => {
  const made = await toDraw();
  const { activity } = made;
  await enlist(made, lawyers[0]!);
  const draw = await drawOf(activity);
  const seed = seedOf(draw);
  const answers = async () =>
    JSON.stringify([
      await showActivity({ actor: lawyers[0]!, id: activity.id }),
      await showStaffActivity({ actor: staffActor('events'), id: activity.id }),
      await pageOf(activity),
      (await InboxEntry.findAll()).map((entry) => entry.get()),
    ]);
  expect(await answers()).not.toContain(seed);
  expect(await answers()).toContain(draw.commitment);
  expect(JSON.stringify((await drawOf(activity)).get())).not.toContain(seed);
  freezeClock(activity.closesAt);
  await freezeDraw({ activityId: activity.id });
  freezeClock(activity.drawAt!);
  await enter(activity, first);
  expect(await answers()).not.toContain(seed);
  // The second person enters it anew: nobody copies it from the page.
  expect(await answers()).not.toContain(OUTCOME);
  await enter(activity, second);
  expect(await answers()).toContain(seed);
  expect((await pageOf(activity)).seed).toBe(seed);
});

test('drawn once, by two persons, after the public draw', async () => {
  const made = await toDraw();
  const { activity } = made;
  await enlist(made, lawyers[0]!);
  await expect(enter(activity, first)).rejects.toThrow('报名结束后才能抽签');
  freezeClock(activity.closesAt);
  await expect(enter(activity, first)).rejects.toThrow('名单正在封存');
  await freezeDraw({ activityId: activity.id });
  freezeClock(activity.drawAt! - 1);
  await expect(enter(activity, first)).rejects.toThrow('公开开奖在12月9日');
  freezeClock(activity.drawAt!);
  await enter(activity, first, '01');
  await enter(activity, first);
  expect((await drawOf(activity)).drawnAt).toBeNull();
  await expect(enter(activity, second, '02')).rejects.toThrow('与甲录入的不一致');
  await enter(activity, second);
  await expect(enter(activity, first, '01')).rejects.toThrow('结果不可更改');
  await giveDrawnSeats({ activityId: activity.id });
  // The copy of an activity has a seed of its own, and says that it is a copy.
  const copy = await toDraw();
  await copy.activity.update({ copiedFromId: activity.id });
  expect((await pageOf(copy.activity)).isCopy).toBe(true);
  expect(seedOf(await drawOf(copy.activity))).not.toBe(seedOf(await drawOf(activity)));
  const never = await toDraw();
  freezeClock(never.activity.closesAt);
  await freezeDraw({ activityId: never.activity.id });
  freezeClock(never.activity.beginsAt);
  await expect(enter(never.activity, first)).rejects.toThrow('活动已经开始');
});

test('once the list is frozen nobody comes to it, even at a process whose clock is slow; who withdraws leaves no seat empty', async () => {
  const made = await toDraw({ capacity: 1 });
  const { activity } = made;
  const ids = [await enlist(made, lawyers[0]!), await enlist(made, lawyers[1]!)];
  freezeClock(activity.closesAt);
  await freezeDraw({ activityId: activity.id });
  const { listHash } = await drawOf(activity);
  freezeClock(activity.closesAt - 1);
  await expect(enlist(made, lawyers[2]!)).rejects.toThrow('抽签名单已封存');
  freezeClock(activity.closesAt);
  await cancelRegistration({ actor: lawyers[0]!, id: ids[0]! });
  await freezeDraw({ activityId: activity.id });
  expect(await drawOf(activity)).toMatchObject({ listHash, ticketCount: 2 });
  await hold(made);
  await giveDrawnSeats({ activityId: activity.id });
  expect(await statesOf(activity)).toEqual(['cancelled', 'registered']);
  const page = await pageOf(activity);
  expect(page.tickets.map(({ result }) => result).sort()).toEqual(['gone', 'won']);
  expect(recompute(page)).toMatchObject({ seedHolds: true, listHolds: true });
});
