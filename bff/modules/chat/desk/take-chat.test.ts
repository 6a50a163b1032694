import { expect, test } from '@jest/globals';
import { chatDeskEndpoints as desks } from '../../../contract/chat/endpoints.ts';
import { MAX_OWN_TALKS } from '../../../contract/chat/limits.ts';
import { useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeChat, openDesk, useChatMorning } from '../../../test/factories/chat.ts';
import { makeFirm } from '../../../test/factories/registry.ts';
import '../../../models.ts';
import { Chat } from '../model.ts';
import { handOverChat } from './hand-over.ts';
import { takeChat } from './take-chat.ts';

/** Four talks for one colleague, however fast the keys are. */
useDatabase();
useChatMorning();
const api = useApi();

const waits = async () => Number((await makeChat({ firmId: (await makeFirm()).id })).chat.id);
const own = (accountId: number) => Chat.count({ where: { assigneeId: accountId, state: 'talking' } });

test('of talks that one colleague takes and accepts at once, no more than four are had', async () => {
  const [desk, other] = [await openDesk(), await openDesk()];
  const offered = await waits();
  await takeChat({ actor: other.actor, id: offered });
  const { accountId } = desk.actor;
  await handOverChat({ actor: other.actor, id: offered, input: { kind: 'person', to: accountId, word: '' } });
  const waiting = [];
  for (let n = 0; n < MAX_OWN_TALKS + 2; n++) waiting.push(await waits());
  const take = (id: number) => api.call(desks.takeChat, { as: desk.token, params: { id } });
  for (const id of waiting.splice(0, MAX_OWN_TALKS - 1)) expect((await take(id)).status).toBe(200);
  const answers = await Promise.all([
    ...waiting.map(take),
    api.call(desks.acceptChat, { as: desk.token, params: { id: offered } }),
  ]);
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array.from({ length: waiting.length }, () => 409)]);
  expect(await own(accountId)).toBe(MAX_OWN_TALKS);
  const refused = answers.find(({ status }) => status === 409);
  expect(refused?.json.error?.message).toBe('同时最多接待4人，请先结束或转接一个');
});
