import { expect, test } from '@jest/globals';
import { lineFor } from './turns.ts';

test('whoever waits too long is told so in words; who comes when one is done has the place', async () => {
  const line = lineFor({ atOnce: 2, patienceMs: 20 });
  const [one, other] = [await line.take(), await line.take()];
  await expect(line.take()).rejects.toMatchObject({
    code: 'too_many_requests',
    message: '同时处理的文件较多，还没有轮到这一份，请过一分钟再试',
  });
  await expect(line.inTurn(async () => 'done')).rejects.toMatchObject({ code: 'too_many_requests' });
  one();
  expect(await line.inTurn(async () => 'done')).toBe('done');
  await expect(line.inTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  // What failed has given its place back as well.
  (await line.take())();
  other();
});
