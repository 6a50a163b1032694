import { expect, test } from '@jest/globals';
import '../../../models.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { openSocket } from '../../../test/chat-socket.ts';
import { readsDuring } from '../../../test/measuring/count-reads.ts';
import { useDatabase } from '../../../test/database.ts';
import { eventually } from '../../../test/eventually.ts';
import { makeTalk, say, useChatMorning } from '../../../test/factories/chat.ts';
import { makeFirm } from '../../../test/factories/registry.ts';

useDatabase();
useChatMorning();
const api = useApi();

test('a socket that comes back asks for its session, for the talk, and once for what is missing', async () => {
  const firmId = (await makeFirm()).id;
  const { id, desk } = await makeTalk({ firmId });
  const as = await memberToken({ firmId });
  for (let n = 0; n < 3; n++) await say(desk.actor, id, `第${n}句`);
  const comeBack = async () => {
    const socket = openSocket(api.url, { as, have: { [id]: 2 } });
    await eventually(() => expect(socket.frames.at(-1)?.t).toBe('welcome'), { withinMs: 10_000 });
    expect(socket.seqsOf(id)).toEqual([3, 4]);
    socket.close();
    await socket.closed;
  };
  await comeBack();
  const reads = [];
  // What looks at all sockets every few seconds may fall into one of them.
  for (let time = 0; time < 3; time++) reads.push(await readsDuring(comeBack));
  expect(Math.min(...reads)).toBeLessThanOrEqual(3);
});
