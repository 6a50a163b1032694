import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { HOUR_MS, toIso } from '../../../contract/dates.ts';
import { jobs } from '../../../jobs.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { runDueJobs } from '../../../platform/jobs/worker.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import { useSandbox } from '../../../test/sandbox.ts';
import { ConfirmedPhone } from '../../accounts/model.ts';
import { Message } from '../../outbox/model.ts';
import type { Activity } from '../model.ts';
import { homeActivities } from '../signing-up/read-home-activities.ts';
import { showActivity } from '../signing-up/show-activity.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { cancelActivity } from './cancel-activity.ts';
import { windUpActivity } from './wind-up-activity.ts';

useOffice();
const outside = useSandbox();
let serial = 0;
/** Each test has numbers of its own: the provider lets a number have so many texts an hour. */
const newNumber = () => `1983000${String(1000 + ++serial)}`;
const lawyerAt = async (phone: string) =>
  (await memberActor({ lawyerId: (await makeLawyer({ phone })).id })) as LawyerActor;

// Six in the morning, on the day of an activity at 14:00.
beforeEach(() => freezeClock('2026-12-01T06:00:00+08:00'));
afterEach(releaseClock);

type Made = Awaited<ReturnType<typeof makeActivity>>;
/** Of today, sign-up has not ended. */
const ofToday = (more: Parameters<typeof makeActivity>[0] = {}): Promise<Made> => {
  const beginsAt = clock.now() + 8 * HOUR_MS;
  return makeActivity({
    closesAt: beginsAt - HOUR_MS,
    beginsAt,
    endsAt: beginsAt + 3 * HOUR_MS,
    capacity: 1,
    offersStopHours: 0,
    ...more,
  });
};
const join = ({ activity, groups }: Made, actor: LawyerActor) =>
  signUp({
    actor,
    activityId: activity.id,
    input: { groupId: groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() },
  });
async function cancel({ id, title }: Activity, isUrgent: boolean): Promise<void> {
  const input = { version: 1, title, reason: '台风红色预警', isUrgent };
  await cancelActivity({ actor: staffActor('events'), id, input });
  await windUpActivity({ activityId: id });
}
const { 'send-message': send } = jobs;
const sendDue = () => runDueJobs({ 'send-message': send });
const texts = async (number: string) => (await outside.state()).texts.filter(({ to }) => to === number);

describe('紧急取消', () => {
  test('tells who has a seat by text at once, nobody who waits; one that has time tells nobody so', async () => {
    const [seated, waiting] = [newNumber(), newNumber()];
    const made = await ofToday({ title: '民法典合同编司法解释实务讲座' });
    await join(made, await lawyerAt(seated));
    await join(made, await lawyerAt(waiting));
    await cancel(made.activity, true);
    await sendDue();
    const words = '您报名的活动“民法典合同编司法解释实…”（12月1日14:00）已紧急取消，请勿前往。';
    expect((await texts(seated)).map((text) => text.words)).toEqual([expect.stringContaining(words)]);
    expect(await texts(waiting)).toEqual([]);

    const calm = newNumber();
    const other = await ofToday();
    await join(other, await lawyerAt(calm));
    await cancel(other.activity, false);
    await sendDue();
    expect(await texts(calm)).toEqual([]);
  });

  test('goes to the number that the lawyer confirmed; who has no mobile is told otherwise', async () => {
    const [registered, confirmed] = [newNumber(), newNumber()];
    const made = await ofToday({ capacity: 2 });
    const actor = await lawyerAt(registered);
    await ConfirmedPhone.create({ accountId: actor.accountId, number: confirmed, confirmedAt: clock.now() });
    await join(made, actor);
    const land = await lawyerAt('07006880001');
    const { registrationId } = await join(made, land);
    await cancel(made.activity, true);
    await sendDue();
    expect(await texts(confirmed)).toHaveLength(1);
    expect(await texts(registered)).toEqual([]);
    const told = await Message.findAll({ where: { subjectKind: 'registration', subjectId: registrationId } });
    expect(told.map(({ channel, template }) => [channel, template])).toContainEqual(['email', 'activity_cancelled']);
  });

  test('stands before everything on 首页 and on the page of the activity, until it would have been over', async () => {
    const made = await ofToday();
    const actor = await lawyerAt(newNumber());
    await join(made, actor);
    const { id, title, beginsAt, endsAt } = made.activity;
    const calledOff = [{ activityId: id, title, beginsAt: toIso(beginsAt), reason: '台风红色预警' }];
    // Said as soon as it is cancelled, however long its registrations take.
    await cancelActivity({
      actor: staffActor('events'),
      id,
      input: { version: 1, title, reason: '台风红色预警', isUrgent: true },
    });
    expect(await homeActivities(actor)).toEqual({ offers: 0, coming: 0, next: null, calledOff });
    await windUpActivity({ activityId: id });
    expect(await homeActivities(actor)).toMatchObject({ calledOff });
    expect(await showActivity({ actor, id })).toMatchObject({ isUrgent: true, cancelReason: '台风红色预警' });
    expect(await homeActivities(await lawyerAt(newNumber()))).toMatchObject({ calledOff: [] });
    freezeClock(endsAt - 1);
    expect(await homeActivities(actor)).toMatchObject({ calledOff });
    freezeClock(endsAt);
    expect(await homeActivities(actor)).toMatchObject({ calledOff: [] });
  });

  test('of three in an hour the third waits for its turn: none is refused by the provider', async () => {
    const number = newNumber();
    const actor = await lawyerAt(number);
    for (let n = 0; n < 4; n++) {
      const made = await ofToday();
      await join(made, actor);
      await cancel(made.activity, true);
      await sendDue();
      freezeClock(clock.now() + 120_000);
    }
    const sent = await Message.findAll({ where: { recipient: number, channel: 'sms' }, order: ['id'] });
    expect(sent.map(({ state, textBudget }) => [state, textBudget])).toEqual([
      ['sent', 'owner'],
      ['sent', 'owner'],
      ['sent', 'notice'],
      ['waiting', 'notice'],
    ]);
    const refused = (await outside.state()).happenings.filter(({ result }) => /HourLimit|DailyLimit/.test(result));
    expect(refused.filter(({ what }) => what.includes(number))).toEqual([]);
  });
});
