import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { LawyerActor } from '../../../actor.ts';
import { wechatEndpoints } from '../../../contract/wechat/endpoints.ts';
import { env } from '../../../env.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { useApi } from '../../../test/api.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { givePassword, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { doDueWork, sendDueMail, useOffice } from '../../../test/office.ts';
import { useSandbox } from '../../../test/sandbox.ts';
import { NoticeChoice } from '../../notifications/choice-model.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { Message } from '../../outbox/model.ts';
import { WechatBinding } from '../../wechat/model.ts';
import { Registration } from '../model.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { tellLawyer } from './tell-lawyer.ts';

useOffice();
const outside = useSandbox();
const api = useApi();
const PASSWORD = 'lvzheng2026';
const template = () => (env.WECHAT_TEMPLATE_ACTIVITY ?? '').split(':')[0] ?? '';
beforeEach(async () => {
  await WechatBinding.destroy({ where: {} });
  await Message.destroy({ where: {} });
  freezeClock(clock.now());
});
afterEach(releaseClock);

/** A lawyer who has bound his WeChat and signs up. */
async function signedUp() {
  const lawyer = await makeLawyer();
  await givePassword({ lawyerId: lawyer.id }, PASSWORD);
  const proof = { code: await outside.code('login', 'zhiyuan') };
  const body = { proof, login: lawyer.licenceNo, password: PASSWORD, tokenIn: 'reply' };
  await api.call(wechatEndpoints.bindWechat, { body });
  const actor = (await memberActor({ lawyerId: lawyer.id })) as LawyerActor;
  const { activity, groups } = await makeActivity();
  const input = { groupId: groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
  const { registrationId } = await signUp({ actor, activityId: activity.id, input });
  return { activity, lawyer, registrationId };
}
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
