import { expect, test } from '@jest/globals';
import { chatDeskEndpoints as desks } from '../../../contract/chat/endpoints.ts';
import { useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeChat, openDesk, useChatMorning } from '../../../test/factories/chat.ts';
import { makeFirm, staffActor } from '../../../test/factories/registry.ts';
import '../../../models.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { updateSettings } from '../../settings/update-settings.ts';
import { Chat } from '../model.ts';
import { handOverChat } from './hand-over.ts';
import { readDoor } from '../talk/read-door.ts';
import { takeChat } from './take-chat.ts';

/** Four talks for one colleague, however fast the keys are. */
useDatabase();
useChatMorning();
const api = useApi();

/** As it comes: a setting. */
const MOST = 4;

const waits = async () => Number((await makeChat({ firmId: (await makeFirm()).id })).chat.id);
const own = (accountId: number) => Chat.count({ where: { assigneeId: accountId, state: 'talking' } });

test('of talks that one colleague takes and accepts at once, no more than four are had', async () => {
  const [desk, other] = [await openDesk(), await openDesk()];
  const offered = await waits();
  await takeChat({ actor: other.actor, id: offered });
  const { accountId } = desk.actor;
  await handOverChat({ actor: other.actor, id: offered, input: { kind: 'person', to: accountId, word: '' } });
  const waiting = [];
  for (let n = 0; n < MOST + 2; n++) waiting.push(await waits());
  const take = (id: number) => api.call(desks.takeChat, { as: desk.token, params: { id } });
  for (const id of waiting.splice(0, MOST - 1)) expect((await take(id)).status).toBe(200);
  const answers = await Promise.all([
    ...waiting.map(take),
    api.call(desks.acceptChat, { as: desk.token, params: { id: offered } }),
  ]);
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array.from({ length: waiting.length }, () => 409)]);
  expect(await own(accountId)).toBe(MOST);
  const refused = answers.find(({ status }) => status === 409);
  expect(refused?.json.error?.message).toBe('同时最多接待4人，请先结束或转接一个');
});

test('how many one colleague leads and how many wait are settings, and count from when they are set', async () => {
  const desk = await openDesk();
  const set = async (most: { chatMostOwn: number; chatMostWaiting: number }) =>
    updateSettings({ actor: staffActor('administrator'), settings: { ...(await readSettings()), ...most } });
  await set({ chatMostOwn: 1, chatMostWaiting: 2 });
  try {
    const [first, second] = [await waits(), await waits()];
    expect((await readDoor()).closedFor).toBe('full');
    await expect(waits()).rejects.toMatchObject({ code: 'wrong_state' });
    await takeChat({ actor: desk.actor, id: first });
    expect((await readDoor()).closedFor).toBeNull();
    await expect(takeChat({ actor: desk.actor, id: second })).rejects.toMatchObject({
      message: '同时最多接待1人，请先结束或转接一个',
    });
  } finally {
    await set({ chatMostOwn: MOST, chatMostWaiting: 60 });
  }
});
