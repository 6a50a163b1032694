import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { HOUR_MS } from '../../../contract/dates.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { isFull } from '../../../test/heavy.ts';
import { doDueWork } from '../../../test/office.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { Activity, ActivityGroup, Registration } from '../model.ts';
import { acceptOffer, declineOffer } from '../signing-up/answer-offer.ts';
import { askLeave } from '../signing-up/ask-leave.ts';
import { cancelRegistration } from '../signing-up/cancel-registration.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { expireOffer } from './expire-offer.ts';

useDatabase();
afterEach(releaseClock);

let lawyers: LawyerActor[];
beforeAll(async () => {
  const { id: firmId } = await makeFirm();
  lawyers = [];
  for (let n = 0; n < 12; n++) {
    const { id } = await makeLawyer({ firmId });
    lawyers.push((await memberActor({ lawyerId: id })) as LawyerActor);
  }
});

type Made = Awaited<ReturnType<typeof makeActivity>>;
const join = (
  { activity, groups }: Made,
  actor: LawyerActor,
  more: { waits?: boolean; key?: string; group?: number } = {},
) =>
  signUp({
    actor,
    activityId: activity.id,
    input: {
      groupId: groups[more.group ?? 0]!.id,
      answers: {},
      waits: more.waits ?? true,
      idempotencyKey: more.key ?? newKey(),
    },
  });
const states = async ({ activity }: Made) =>
  (await Registration.findAll({ where: { activityId: activity.id }, order: ['id'] })).map(({ state }) => state);

/** Counters say what the rows say, and nobody sits on a seat that is not there. */
async function expectCounted({ activity }: Made): Promise<void> {
  const { taken, capacity } = await Activity.findByPk(activity.id, { rejectOnEmpty: true });
  const seated = await Registration.findAll({
    where: { activityId: activity.id, state: ['paying', 'registered', 'offered'] },
  });
  expect(taken).toBe(seated.length);
  expect(taken).toBeLessThanOrEqual(capacity);
  for (const group of await ActivityGroup.findAll({ where: { activityId: activity.id } })) {
    expect(group.taken).toBe(seated.filter(({ groupId }) => groupId === group.id).length);
    expect(group.taken).toBeLessThanOrEqual(group.capacity);
  }
}

test('as many as there are seats, however many come at once; the others wait', async () => {
  const made = await makeActivity({ capacity: 4 });
  await Promise.all(lawyers.map((actor) => join(made, actor)));
  const all = await states(made);
  expect(all.filter((state) => state === 'registered')).toHaveLength(4);
  expect(all.filter((state) => state === 'waiting')).toHaveLength(8);
  await expectCounted(made);
});

test('a seat that became free is taken by whoever comes next, though it was full a moment ago', async () => {
  const made = await makeActivity({ capacity: 1 });
  const { registrationId } = await join(made, lawyers[0]!);
  await expect(join(made, lawyers[1]!, { waits: false })).rejects.toThrow('名额已满');
  await cancelRegistration({ actor: lawyers[0]!, id: registrationId });
  expect(await join(made, lawyers[1]!, { waits: false })).toMatchObject({ state: 'registered' });
  await expectCounted(made);
});

test('control: reading how many there are and writing one more oversells', async () => {
  const { activity } = await makeActivity({ capacity: 4 });
  const readThenWrite = async () => {
    const { taken, capacity } = await Activity.findByPk(activity.id, { rejectOnEmpty: true });
    if (taken >= capacity) return false;
    await Activity.update({ taken: taken + 1 }, { where: { id: activity.id } });
    return true;
  };
  const answers = await Promise.all(lawyers.map(readThenWrite));
  expect(answers.filter(Boolean).length).toBeGreaterThan(4);
});

test('a full group leaves the seats of the whole as they were', async () => {
  const groups = [
    { name: '上午场', capacity: 1, eligibility: null },
    { name: '下午场', capacity: 5, eligibility: null },
  ];
  const made = await makeActivity({ capacity: 3, groups });
  await Promise.all(lawyers.slice(0, 3).map((actor) => join(made, actor)));
  await Promise.all(lawyers.slice(3, 8).map((actor) => join(made, actor, { group: 1 })));
  const all = await states(made);
  expect(all.filter((state) => state === 'registered')).toHaveLength(3);
  await expectCounted(made);
});

test('twice is once: by the key, by another page, and at the same time', async () => {
  const made = await makeActivity();
  const [actor] = lawyers as [LawyerActor];
  const key = newKey();
  const answers = await Promise.all([join(made, actor, { key }), join(made, actor, { key }), join(made, actor)]);
  expect(new Set(answers.map(({ registrationId }) => registrationId)).size).toBe(1);
  expect(await states(made)).toEqual(['registered']);
  await expectCounted(made);
});

test('who does not want to wait is told, and one who does not fit is told why', async () => {
  const made = await makeActivity({ capacity: 0 });
  await expect(join(made, lawyers[0]!, { waits: false })).rejects.toThrow('名额已满，可以加入候补');
  const senior = await makeActivity({ eligibility: { atom: 'practice', minYears: 50 } });
  await expect(join(senior, lawyers[0]!)).rejects.toThrow(/^须执业满50年（/);
  expect(await states(senior)).toEqual([]);
  const { taken } = await Activity.findByPk(senior.activity.id, { rejectOnEmpty: true });
  expect(taken).toBe(0);
});

describe('a seat that becomes free', () => {
  const full = async (more: Parameters<typeof makeActivity>[0] = {}) => {
    freezeClock('2026-12-01T09:00:00+08:00');
    const made = await makeActivity({ capacity: 1, ...more });
    for (const actor of lawyers.slice(0, 3)) await join(made, actor);
    return {
      made,
      ids: (await Registration.findAll({ where: { activityId: made.activity.id }, order: ['id'] })).map(({ id }) => id),
    };
  };

  test('is offered to the first who waits, who holds it until he answers', async () => {
    const { made, ids } = await full();
    await cancelRegistration({ actor: lawyers[0]!, id: ids[0]! });
    await cancelRegistration({ actor: lawyers[0]!, id: ids[0]! });
    expect(await states(made)).toEqual(['cancelled', 'offered', 'waiting']);
    await expectCounted(made);
    await expect(join(made, lawyers[5]!, { waits: false })).rejects.toThrow('名额已满');
    await acceptOffer({ actor: lawyers[1]!, id: ids[1]! });
    await expireOffer({ registrationId: ids[1]! });
    expect(await states(made)).toEqual(['cancelled', 'registered', 'waiting']);
    // Who accepted and cancels later joins at the end.
    await cancelRegistration({ actor: lawyers[1]!, id: ids[1]! });
    await join(made, lawyers[1]!);
    expect(await states(made)).toEqual(['cancelled', 'cancelled', 'offered', 'waiting']);
    await expectCounted(made);
    const told = await InboxEntry.findAll({
      where: { memberKind: 'lawyer', memberId: lawyers[2]!.lawyerId },
      order: ['id'],
    });
    expect(told.at(-1)?.body).toContain('候补到位，名额为您保留至12月1日（周二）21:00');
  });

  test('goes on when it is declined, and when nobody answers in time: at the instant itself it is over', async () => {
    const { made, ids } = await full();
    await cancelRegistration({ actor: lawyers[0]!, id: ids[0]! });
    await declineOffer({ actor: lawyers[1]!, id: ids[1]! });
    expect(await states(made)).toEqual(['cancelled', 'declined', 'offered']);
    const { offerUntil } = await Registration.findByPk(ids[2]!, { rejectOnEmpty: true });
    freezeClock(offerUntil! - 1);
    await doDueWork();
    expect(await states(made)).toEqual(['cancelled', 'declined', 'offered']);
    freezeClock(offerUntil!);
    await expect(acceptOffer({ actor: lawyers[2]!, id: ids[2]! })).rejects.toThrow('确认期限已过');
    await doDueWork();
    expect(await states(made)).toEqual(['cancelled', 'declined', 'expired']);
    await expectCounted(made);
  });

  test('is given at once where nobody is asked, and not at all near the beginning', async () => {
    const { made, ids } = await full({ waiting: 'admits' });
    await cancelRegistration({ actor: lawyers[0]!, id: ids[0]! });
    expect(await states(made)).toEqual(['cancelled', 'registered', 'waiting']);
    const { beginsAt } = made.activity;
    freezeClock(beginsAt - 24 * HOUR_MS);
    await askLeave({ actor: lawyers[1]!, id: ids[1]!, input: { reason: 'court', note: '', attachments: [] } });
    expect(await states(made)).toEqual(['cancelled', 'leave', 'waiting']);
    await expectCounted(made);
  });

  test('is offered only to one who still fits', async () => {
    const { made, ids } = await full();
    await made.activity.update({ eligibility: { atom: 'practice', minYears: 50 } });
    await cancelRegistration({ actor: lawyers[0]!, id: ids[0]! });
    expect(await states(made)).toEqual(['cancelled', 'removed', 'removed']);
    await expectCounted(made);
  });

  test('of another lawyer is none of one’s business', async () => {
    const { ids } = await full();
    await expect(cancelRegistration({ actor: lawyers[4]!, id: ids[0]! })).rejects.toMatchObject({ code: 'not_found' });
  });
});

test('leave is asked for after C, and the seat goes on; an accepted and an expired offer never meet', async () => {
  freezeClock('2026-12-01T09:00:00+08:00');
  const made = await makeActivity({ capacity: 1 });
  const { registrationId: id } = await join(made, lawyers[0]!);
  const { registrationId: next } = await join(made, lawyers[1]!);
  const input = { reason: 'health', note: '住院', attachments: [] } as const;
  await expect(askLeave({ actor: lawyers[0]!, id, input: { ...input, attachments: [] } })).rejects.toThrow(
    '可以直接取消报名',
  );
  freezeClock(made.activity.cancelUntil);
  await expect(cancelRegistration({ actor: lawyers[0]!, id })).rejects.toThrow('可以预约请假');
  await askLeave({ actor: lawyers[0]!, id, input: { ...input, attachments: [] } });
  expect(await states(made)).toEqual(['leave', 'offered']);
  const { offerUntil } = await Registration.findByPk(next, { rejectOnEmpty: true });
  freezeClock(offerUntil!);
  const raced = await Promise.allSettled([
    acceptOffer({ actor: lawyers[1]!, id: next }),
    expireOffer({ registrationId: next }),
  ]);
  expect(raced.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(await states(made)).toEqual(['leave', 'expired']);
  await expectCounted(made);
});

test('offers and seats stay within the capacity, whatever happens in whatever order', async () => {
  const made = await makeActivity({ capacity: 3 });
  const rounds = isFull ? 300 : 30;
  for (let round = 0; round < rounds; round++) {
    const actor = lawyers[Math.floor(Math.random() * lawyers.length)]!;
    const liveKey = `${made.activity.id}:${actor.lawyerId}`;
    const live = await Registration.findOne({ where: { liveKey } });
    if (!live) await join(made, actor);
    else if (live.state === 'offered' && round % 3 === 0) await acceptOffer({ actor, id: live.id });
    else if (live.state === 'offered' && round % 3 === 1) {
      await live.update({ offerUntil: clock.now() - 1 });
      await expireOffer({ registrationId: live.id });
    } else if (live.state === 'offered') await declineOffer({ actor, id: live.id });
    else await cancelRegistration({ actor, id: live.id });
    await expectCounted(made);
  }
});
