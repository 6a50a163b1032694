import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { chatDeskEndpoints as desks, chatEndpoints as chats } from '../../../contract/chat/endpoints.ts';
import type { ChatMessage as Shown, ChatMessages, PolledFrames } from '../../../contract/chat/replies.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeTalk, openDesk, useChatMorning } from '../../../test/factories/chat.ts';
import { makeFirm, makeLawyer } from '../../../test/factories/registry.ts';
import '../../../models.ts';
import { endOwnChat } from './close-chat.ts';

/** 正在与您核对: values of the registry that the member confirms. */
useDatabase();
useChatMorning();
const api = useApi();
let firmId: number;
let lawyer: { id: number; name: string; licenceNo: string };
let own: string;

beforeAll(async () => {
  firmId = (await makeFirm({ name: '江海望潮律师事务所' })).id;
});
beforeEach(async () => {
  lawyer = await makeLawyer({ firmId, phone: '13800138000' });
  own = await memberToken({ lawyerId: lawyer.id });
});

const talk = () => makeTalk({ lawyerId: lawyer.id });
const ask = async (as: string, id: number, body: unknown) => api.call(desks.askChatFacts, { as, params: { id }, body });
const answer = async (id: number, body: unknown, as = own) =>
  api.call(chats.answerChatFacts, { as, params: { id }, body });
const said = async (id: number): Promise<Shown[]> =>
  ((await api.call(chats.readOwnChat, { as: own, params: { id } })).json as unknown as ChatMessages).items;

test('the member is shown what is registered, and says with one tap that it is right', async () => {
  const { id, desk } = await talk();
  expect((await ask(desk.token, id, { fields: ['name', 'licenceNo', 'firm', 'phone'] })).status).toBe(200);
  const asked = (await said(id)).at(-1);
  expect(asked).toMatchObject({ kind: 'event', event: 'facts_asked', text: '', by: 'staff' });
  expect(asked?.facts).toEqual([
    { field: 'name', label: '姓名', value: lawyer.name },
    { field: 'licenceNo', label: '执业证号', value: lawyer.licenceNo },
    { field: 'firm', label: '执业机构', value: '江海望潮律师事务所' },
    { field: 'phone', label: '登记电话后四位', value: '8000' },
  ]);
  expect(JSON.stringify(asked)).not.toContain('13800138000');
  const seq = asked?.seq ?? 0;
  expect((await answer(id, { answer: 'right', seq })).status).toBe(200);
  // The second tap is the same answer; another one comes too late.
  expect((await answer(id, { answer: 'right', seq })).status).toBe(200);
  expect((await answer(id, { answer: 'wrong', seq, field: 'firm' })).status).toBe(409);
  expect((await said(id)).filter(({ event }) => event === 'facts_right')).toMatchObject([{ about: seq, facts: null }]);
});

test('what is wrong is named, of what was asked alone; two taps at once are one answer', async () => {
  const { id, desk } = await talk();
  await ask(desk.token, id, { fields: ['firm'] });
  const seq = (await said(id)).at(-1)?.seq ?? 0;
  expect((await answer(id, { answer: 'wrong', seq, field: 'name' })).json.error?.fields).toEqual({
    field: '这一项没有在核对',
  });
  const both = await Promise.all([
    answer(id, { answer: 'wrong', seq, field: 'firm' }),
    answer(id, { answer: 'right', seq }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const answers = (await said(id)).filter(({ about }) => about === seq);
  expect(answers).toHaveLength(1);
  const polled = (await api.call(desks.pollChats, { as: desk.token, query: { have: `${id}:${seq}`, wait: '0' } }))
    .json as unknown as PolledFrames;
  expect(polled.frames.flatMap((frame) => (frame.t === 'msg' ? [frame.m.event] : []))).toEqual([answers[0]?.event]);
});

test('nothing is asked that is typed, is not registered, or was not answered yet; and by whoever has the talk alone', async () => {
  const { id, desk } = await talk();
  expect((await ask(desk.token, id, { fields: ['name'], values: ['别人'] })).status).toBe(422);
  expect((await ask(desk.token, id, { fields: ['identity'] })).status).toBe(422);
  expect((await ask(desk.token, id, { fields: ['name', 'name'] })).json.error?.fields).toEqual({
    fields: '同一项只能核对一次',
  });
  expect((await ask((await openDesk()).token, id, { fields: ['name'] })).status).toBe(404);
  expect((await ask(desk.token, id, { fields: ['name'] })).status).toBe(200);
  expect((await ask(desk.token, id, { fields: ['name'] })).json.error?.message).toBe('上一次核对会员还没有答复');
  const firm = await makeTalk({ firmId: (await makeFirm()).id });
  const refused = await ask(firm.desk.token, firm.id, { fields: ['firm'] });
  expect(refused.json.error?.fields).toEqual({ fields: '登记中没有“执业机构”，请另选' });
});

test('no other member reads what was asked, or answers it; nor is a talk that is over answered', async () => {
  const { id, desk, member } = await talk();
  await ask(desk.token, id, { fields: ['name', 'phone'] });
  const seq = (await said(id)).at(-1)?.seq ?? 0;
  for (const as of [
    await memberToken({ firmId }),
    await memberToken({ lawyerId: (await makeLawyer({ firmId })).id }),
  ]) {
    const calls = [
      await api.call(chats.readOwnChat, { as, params: { id } }),
      await api.call(chats.pollOwnChats, { as, query: { have: `${id}:0`, wait: '0' } }),
      await answer(id, { answer: 'right', seq }, as),
    ];
    expect(calls.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(JSON.stringify(calls.map(({ json }) => json))).not.toContain('8000');
  }
  expect((await answer(id, { answer: 'right', seq: 1 })).status).toBe(404);
  await endOwnChat({ actor: member, id });
  expect((await answer(id, { answer: 'right', seq })).status).toBe(409);
});
