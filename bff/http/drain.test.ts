import { beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import '../models.ts';
import { Upload } from '../modules/files/model.ts';
import { memberToken } from '../test/api.ts';
import { useDatabase } from '../test/database.ts';
import { PDF } from '../test/files.ts';
import { makeFirm } from '../test/factories/registry.ts';
import { listening, startProcess } from '../test/trouble/server-process.ts';

useDatabase();
let as = '';
beforeAll(async () => {
  as = await memberToken({ firmId: (await makeFirm()).id });
});

/** What a process manager is told to wait (docs/operations.md). */
const STOP_WITHIN_MS = 40_000;
const HEAD = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n';
const TAIL = '\r\n--x--\r\n';

interface Begun {
  sending: ClientRequest;
  answer: Promise<{ status: number | undefined; headers: IncomingMessage['headers']; body: string }>;
}

/** An upload of which the server has the head and a part of the file. */
async function begin(url: string): Promise<Begun> {
  const sending = request(`${url}/api/files`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${as}`,
      'content-type': 'multipart/form-data; boundary=x',
      expect: '100-continue',
    },
  });
  const answer = (async () => {
    const [message] = (await once(sending, 'response')) as [IncomingMessage];
    return { status: message.statusCode, headers: message.headers, body: await text(message) };
  })();
  sending.flushHeaders();
  await once(sending, 'continue');
  sending.write(HEAD);
  sending.write(PDF);
  return { sending, answer };
}

async function start() {
  const server = startProcess(['--serve=web']);
  return { server, url: await listening(server) };
}

test('an upload that is under way at SIGTERM is finished; nobody new is let in', async () => {
  const { server, url } = await start();
  const { sending, answer } = await begin(url);
  const stopped = server.stop();
  // Once new ones are refused, the signal has arrived.
  while (
    await fetch(`${url}/healthz`).then(
      () => true,
      () => false,
    )
  );
  sending.end(TAIL);
  const { status, headers, body } = await answer;
  expect([status, headers.connection]).toEqual([200, 'close']);
  expect(await Upload.count({ where: { token: (JSON.parse(body) as { id: string }).id } })).toBe(1);
  expect(await stopped).toBe(0);
}, 120_000);

test('one that does not end is told to come again, in words and in time, and is not cut off', async () => {
  const { server, url } = await start();
  const before = await Upload.count();
  const uploads = await Promise.all([begin(url), begin(url)]);
  const started = performance.now();
  const stopped = server.stop();
  for (const { sending } of uploads) {
    const trickle = setInterval(() => sending.write('.'), 100);
    sending.on('response', () => (clearInterval(trickle), sending.end(TAIL)));
  }
  // A connection that is cut would reject here.
  for (const { answer } of uploads) {
    const { status, headers, body } = await answer;
    expect([status, headers['retry-after']]).toEqual([503, '5']);
    expect(JSON.parse(body)).toMatchObject({
      error: { code: 'unavailable', message: '系统正在重新启动，请稍后再试一次' },
    });
  }
  expect(await stopped).toBe(0);
  expect(performance.now() - started).toBeLessThan(STOP_WITHIN_MS);
  expect(await Upload.count()).toBe(before);
}, 120_000);

test('one that hangs for good does not hold the process up', async () => {
  const { server, url } = await start();
  const { sending, answer } = await begin(url);
  sending.on('error', () => undefined);
  const started = performance.now();
  const stopped = server.stop();
  expect((await answer).status).toBe(503);
  expect(await stopped).toBe(0);
  expect(performance.now() - started).toBeLessThan(STOP_WITHIN_MS);
}, 120_000);
