import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { LawyerActor } from '../../../actor.ts';
import { wechatEndpoints } from '../../../contract/wechat/endpoints.ts';
import { addDays, HOUR_MS, startOfShanghaiDay } from '../../../contract/dates.ts';
import { env } from '../../../env.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { useApi } from '../../../test/api.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { givePassword, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { doDueWork, sendDueMail, useOffice } from '../../../test/office.ts';
import { useSandbox } from '../../../test/sandbox.ts';
import { NoticeChoice } from '../../notifications/choice-model.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { Message } from '../../outbox/model.ts';
import { WechatBinding } from '../../wechat/model.ts';
import { Registration } from '../model.ts';
import { acceptOffer, declineOffer } from '../signing-up/answer-offer.ts';
import { cancelRegistration } from '../signing-up/cancel-registration.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { cancelActivity } from '../office/cancel-activity.ts';
import { windUpActivity } from '../office/wind-up-activity.ts';
import { tellLawyer } from './tell-lawyer.ts';

useOffice();
const outside = useSandbox();
const api = useApi();
const PASSWORD = 'lvzheng2026';
const TEN_MINUTES = 10 * 60_000;
const template = () => (env.WECHAT_TEMPLATE_ACTIVITY ?? '').split(':')[0] ?? '';
beforeEach(async () => {
  await WechatBinding.destroy({ where: {} });
  await Message.destroy({ where: {} });
  freezeClock(clock.now());
});
afterEach(releaseClock);

/** A lawyer who has bound his WeChat and signs up, behind whoever has a seat already. */
async function signedUp({ activity, groups }: Partial<Awaited<ReturnType<typeof makeActivity>>> = {}) {
  const lawyer = await makeLawyer();
  await givePassword({ lawyerId: lawyer.id }, PASSWORD);
  const proof = { code: await outside.code('login', 'zhiyuan') };
  const body = { proof, login: lawyer.licenceNo, password: PASSWORD, tokenIn: 'reply' };
  await api.call(wechatEndpoints.bindWechat, { body });
  const actor = (await memberActor({ lawyerId: lawyer.id })) as LawyerActor;
  const made = activity && groups ? { activity, groups } : await makeActivity();
  const { registrationId } = await signUp({ actor, activityId: made.activity.id, input: inputFor(made) });
  return { activity: made.activity, lawyer, registrationId };
}
const inputFor = ({ groups }: Pick<Awaited<ReturnType<typeof makeActivity>>, 'groups'>) => ({
  groupId: groups[0]!.id,
  answers: {},
  waits: true,
  idempotencyKey: newKey(),
});
const allow = () => outside.command('allow', { person: 'zhiyuan', template: template() });
const arrived = async () => (await outside.state()).messages.filter(({ templateId }) => templateId === template());
const work = async () => {
  await doDueWork();
  await sendDueMail();
};

test('who allowed it is told by WeChat as well, of a page that exists; one consent is one message', async () => {
  const before = (await arrived()).length;
  await allow();
  const { activity, registrationId } = await signedUp();
  await work();
  const messages = await arrived();
  expect(messages).toHaveLength(before + 1);
  expect(messages[0]).toMatchObject({ page: `member/activity/index?id=${activity.id}` });
  expect(Object.values(messages[0]?.data ?? {})).toEqual(expect.arrayContaining([activity.title, '报名成功']));
  // The next one was not allowed: it stands in the inbox.
  const registration = await Registration.findByPk(registrationId, { rejectOnEmpty: true });
  const told = { activity, registration, event: 'activity_changed', news: '地点有变更。' } as const;
  await transaction((t) => tellLawyer(told, t));
  await work();
  expect(await arrived()).toHaveLength(before + 1);
  expect(await InboxEntry.count({ where: { subjectKind: 'registration', subjectId: registrationId } })).toBe(2);
});

test('what staff write to a list, and what was declined, goes to no WeChat', async () => {
  const { activity, lawyer, registrationId } = await signedUp();
  await allow();
  await work();
  const before = (await arrived()).length;
  await allow();
  const registration = await Registration.findByPk(registrationId, { rejectOnEmpty: true });
  const tell = (event: 'activity_message' | 'activity_reminder') =>
    transaction((t) => tellLawyer({ activity, registration, event, news: '请准时参加。' }, t));
  await tell('activity_message');
  const choice = { memberKind: 'lawyer', memberId: lawyer.id, kind: 'reminder' } as const;
  await NoticeChoice.create({ ...choice, byMail: true, byWechat: false, chosenAt: 1 });
  await tell('activity_reminder');
  await work();
  expect(await arrived()).toHaveLength(before);
  await NoticeChoice.destroy({ where: choice });
});

/** A lawyer who has bound his WeChat is offered a seat at 21:50. */
async function offeredLate() {
  freezeClock(LATE);
  const made = await makeActivity({ capacity: 1 });
  const first = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
  const { registrationId: seat } = await signUp({ actor: first, activityId: made.activity.id, input: inputFor(made) });
  const { registrationId, lawyer } = await signedUp(made);
  await work();
  const before = (await arrived()).length;
  await allow();
  await cancelRegistration({ actor: first, id: seat });
  return { activity: made.activity, registrationId, lawyer, before };
}
const LATE = startOfShanghaiDay(addDays(clock.today(), 1)) + 22 * HOUR_MS - TEN_MINUTES;
const MORNING = LATE + TEN_MINUTES + 10 * HOUR_MS;

test('of a seat that became free at 21:50 the inbox tells at once, mail and WeChat at eight', async () => {
  const { registrationId, before } = await offeredLate();
  const offered = { subjectKind: 'registration', subjectId: registrationId, event: 'activity_offered' } as const;
  for (const [at, sent] of [
    [LATE, 0],
    [MORNING - 1, 0],
    [MORNING, 1],
  ] as const) {
    freezeClock(at);
    await work();
    expect([await InboxEntry.count({ where: offered }), (await arrived()).length - before]).toEqual([1, sent]);
  }
  const { offerUntil } = await Registration.findByPk(registrationId, { rejectOnEmpty: true });
  expect(offerUntil).toBe(MORNING + 12 * HOUR_MS);
});

test.each(['taken', 'declined', 'cancelled'] as const)(
  'one that is %s before eight is told of no more',
  async (what) => {
    const { activity, registrationId: id, lawyer, before } = await offeredLate();
    const actor = (await memberActor({ lawyerId: lawyer.id })) as LawyerActor;
    const offers = async () =>
      (await Message.findAll({ where: { template: 'wechat_activity', subjectId: id } })).filter(
        ({ data }) => data['result'] === '候补到位',
      );
    expect((await offers()).map(({ state }) => state)).toEqual(['waiting']);
    if (what === 'taken') await acceptOffer({ actor, id });
    else if (what === 'declined') await declineOffer({ actor, id });
    else {
      const { version, title } = await activity.reload();
      const input = { version, title, reason: '暴雨', isUrgent: false };
      await cancelActivity({ actor: staffActor('events'), id: activity.id, input });
      await windUpActivity({ activityId: activity.id });
    }
    expect((await offers()).map(({ state }) => state)).toEqual(['refused']);
    freezeClock(MORNING);
    await work();
    const said = (await arrived())
      .slice(0, (await arrived()).length - before)
      .flatMap(({ data }) => Object.values(data));
    expect(said).not.toContain('候补到位');
  },
);
