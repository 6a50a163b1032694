import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import type { Audience } from '../../../contract/roster-messages/enums.ts';
import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { doDueWork } from '../../../test/office.ts';
import { processEnv } from '../../../test/trouble/process-env.ts';
import { AuditEntry } from '../../audit/model.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { NoticeChoice } from '../../notifications/choice-model.ts';
import { Message } from '../../outbox/model.ts';
import { Lawyer } from '../../registry/model.ts';
import { Registration } from '../model.ts';
import { recordPresence } from '../presence/record-presence.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { listMessages } from './list-messages.ts';
import { RosterRecipient } from './model.ts';
import { previewMessage } from './preview-message.ts';
import { sendMessage } from './send-message.ts';

useDatabase();
const actor = staffActor('events');
const WORDS = '会场改从西门进入。\n请提前15分钟签到。';
let lawyers: LawyerActor[];
beforeAll(async () => {
  lawyers = [];
  for (let n = 0; n < 4; n++) lawyers.push((await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor);
});
beforeEach(() => freezeClock('2026-12-01T09:00:00+08:00'));
afterEach(releaseClock);

/** Three seats and four who want one. */
async function listed() {
  const made = await makeActivity({ capacity: 3 });
  const ids = [];
  for (const who of lawyers) {
    const input = { groupId: made.groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
    ids.push((await signUp({ actor: who, activityId: made.activity.id, input })).registrationId);
  }
  return { id: made.activity.id, activity: made.activity, ids };
}
const preview = (id: number, audience: Audience, words = WORDS) => previewMessage({ id, input: { audience, words } });
const send = (id: number, audience: Audience, count: number, words = WORDS) =>
  sendMessage({ actor, id, input: { audience, words, count } });
/** Who was told of it, by registration. */
const toldOf = async (ids: number[]) =>
  Promise.all(
    ids.map((subjectId) =>
      InboxEntry.count({ where: { subjectKind: 'registration', subjectId, event: 'activity_message' } }),
    ),
  );

test('what the preview shows is what is sent, to as many, in the ways that it says', async () => {
  const { id, ids } = await listed();
  await Lawyer.update({ email: '' }, { where: { id: lawyers[0]!.lawyerId } });
  const choice = { memberKind: 'lawyer', memberId: lawyers[1]!.lawyerId, kind: 'activity' } as const;
  await NoticeChoice.create({ ...choice, byMail: false, byWechat: true, chosenAt: clock.now() });
  await Lawyer.update({ email: 'lawyer@example.org' }, { where: { id: [lawyers[1]!.lawyerId, lawyers[2]!.lawyerId] } });
  const shown = await preview(id, 'registered');
  expect(shown).toMatchObject({ count: 3, byMail: 1, withoutAddress: 1, declined: 1, left: 2 });
  // Looking sends nothing.
  await doDueWork();
  expect(await toldOf(ids)).toEqual([0, 0, 0, 0]);
  await send(id, 'registered', 3);
  await doDueWork();
  expect(await toldOf(ids)).toEqual([1, 1, 1, 0]);
  const entry = await InboxEntry.findOne({ where: { memberId: lawyers[0]!.lawyerId, event: 'activity_message' } });
  expect([entry?.title, entry?.body]).toEqual([shown.example?.inboxTitle, shown.example?.inboxBody]);
  const mails = await Message.findAll({ where: { template: 'activity_message' } });
  expect(mails.map(({ recipient }) => recipient)).toEqual(['lawyer@example.org']);
  expect(shown.example?.mailText).toContain(WORDS);
  const { items, left } = await listMessages({ id });
  expect([items, left]).toEqual([
    [expect.objectContaining({ audience: 'registered', words: WORDS, count: 3, told: 3, by: actor.name })],
    1,
  ]);
  const line = await AuditEntry.findOne({ where: { action: 'activity.message-sent', targetId: id } });
  expect(line?.detail).toContain('已报名3人：会场改从西门进入。');
  await NoticeChoice.destroy({ where: choice });
});

test('each audience is whom it says', async () => {
  const { id, activity, ids } = await listed();
  const count = async (audience: Audience) => (await preview(id, audience)).count;
  expect([await count('live'), await count('registered'), await count('queue')]).toEqual([4, 3, 1]);
  expect([await count('applied'), await count('paying'), await count('present')]).toEqual([0, 0, 0]);
  expect((await preview(id, 'paying')).example).toBeNull();
  freezeClock(activity.endsAt + HOUR_MS);
  const mark = (registrationId: number, what: 'present' | 'absent') =>
    recordPresence({ actor, activityId: id, input: { registrationIds: [registrationId], mark: what } });
  await mark(ids[0]!, 'present');
  await mark(ids[1]!, 'absent');
  expect([await count('present'), await count('absent')]).toEqual([1, 1]);
  await send(id, 'absent', 1);
  await doDueWork();
  expect(await toldOf(ids)).toEqual([0, 1, 0, 0]);
});

test('a list that has changed since the preview is looked at again; two a day, and two more the next', async () => {
  const { id, ids } = await listed();
  await Registration.update({ state: 'leave', liveKey: null }, { where: { id: ids[2]! } });
  await expect(send(id, 'registered', 3)).rejects.toThrow('现在是2人，请重新预览');
  await send(id, 'registered', 2);
  await send(id, 'queue', 1);
  await expect(send(id, 'queue', 1)).rejects.toThrow('每天最多发送2次');
  expect((await preview(id, 'queue')).left).toBe(0);
  freezeClock(clock.now() + DAY_MS);
  await send(id, 'queue', 1);
});

test('of two who send at once, both within the limit, none is sent past it', async () => {
  const { id } = await listed();
  await send(id, 'queue', 1);
  const tried = await Promise.allSettled([send(id, 'live', 4), send(id, 'registered', 3)]);
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('who leaves the list after it was sent is told all the same; a draft and a cancelled activity have no list', async () => {
  const { id, activity, ids } = await listed();
  await send(id, 'registered', 3);
  await Registration.update({ state: 'leave', liveKey: null }, { where: { id: ids[2]! } });
  await doDueWork();
  expect(await toldOf(ids)).toEqual([1, 1, 1, 0]);
  await activity.update({ state: 'cancelled' });
  await expect(preview(id, 'live')).rejects.toThrow('取消的通知由系统发送');
  await activity.update({ state: 'draft' });
  await expect(send(id, 'live', 4)).rejects.toThrow('尚未发布');
});

/** Tells it in a process of its own that dies before its n-th statement. */
async function tellAndDie(when: number, messageId: number): Promise<boolean> {
  const driver = join(import.meta.dirname, '../../../test/trouble/tell-roster-and-die.ts');
  const child = spawn(process.execPath, [driver, String(when), String(messageId)], {
    stdio: 'ignore',
    env: processEnv(),
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return signal === 'SIGKILL';
}

test('killed amid it, and by two processes at once: everybody is told once', async () => {
  releaseClock();
  const { id, ids } = await listed();
  await send(id, 'live', 4);
  const { messageId } = await RosterRecipient.findOne({ where: { registrationId: ids[0]! }, rejectOnEmpty: true });
  expect(await tellAndDie(9, messageId)).toBe(true);
  expect(await tellAndDie(14, messageId)).toBe(true);
  await Promise.all([tellAndDie(1e9, messageId), tellAndDie(1e9, messageId)]);
  expect(await toldOf(ids)).toEqual([1, 1, 1, 1]);
}, 600_000);
