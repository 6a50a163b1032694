import { afterEach, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import '../../../models.ts';
import { STAFF_CHAT_SOCKET } from '../../../contract/chat/enums.ts';
import { useApi } from '../../../test/api.ts';
import { openSocket, type TestSocket } from '../../../test/chat-socket.ts';
import { useDatabase } from '../../../test/database.ts';
import { eventually } from '../../../test/eventually.ts';
import { makeTalk } from '../../../test/factories/chat.ts';
import { makeFirm } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { Chat, ChatDesk } from '../model.ts';

useDatabase();
const api = useApi();
const find = Chat.findByPk;
let open: TestSocket[] = [];
afterEach(async () => {
  Chat.findByPk = find;
  for (const socket of open) socket.close();
  await Promise.all(open.map(({ closed }) => closed));
  open = [];
});

test('of a crowd that comes back at once a few are read for at a time, and everybody is welcome in the end', async () => {
  const { id } = await makeTalk({ firmId: (await makeFirm()).id });
  // An account has four sockets: leaders of the desk see every talk.
  const leaders = await Promise.all(Array.from({ length: 10 }, () => staffToken('administrator')));
  let [now, most] = [0, 0];
  const counted = async (...asked: Parameters<typeof Chat.findByPk>) => {
    now += 1;
    most = Math.max(most, now);
    // Longer than the crowd takes to say hello.
    await pause(50);
    now -= 1;
    return find.apply(Chat, asked);
  };
  Chat.findByPk = counted as typeof Chat.findByPk;
  open = leaders.flatMap((as) =>
    Array.from({ length: 4 }, () => openSocket(api.url, { as, path: STAFF_CHAT_SOCKET, have: { [id]: 0 } })),
  );
  const isWelcome = ({ frames }: TestSocket) => frames.some(({ t }) => t === 'welcome');
  await eventually(() => expect(open.filter(isWelcome)).toHaveLength(40), { withinMs: 10_000 });
  // The last thing that each of them does.
  await eventually(async () => expect(await ChatDesk.count()).toBeGreaterThanOrEqual(10));
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(8);
});
