import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import '../models.ts';
import { createApp } from '../app.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../platform/clock/clock.ts';
import { countAgainst } from '../platform/kv/rate-limit.ts';
import { kv } from '../platform/kv/kv.ts';
import { memberToken } from '../test/api.ts';
import { useDatabase } from '../test/database.ts';
import { eventually } from '../test/eventually.ts';
import { makeFirm } from '../test/factories/registry.ts';
import { lookAt, readsNothing, type Unread } from './slow-readers.ts';
import { acceptSockets, type OpenSocket } from './sockets.ts';

/** What the server of sockets does whatever they are for. */
useDatabase();
const PATH = '/api/test/socket';
const MB = 1_000_000;
let server: Server;
let sockets: ReturnType<typeof acceptSockets>;
let url = '';
let token = '';
/** The server's ends, in the order in which they were opened. */
let served: OpenSocket[] = [];
let clients: WebSocket[] = [];

beforeAll(async () => {
  const app = createApp();
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`;
  const serve = (socket: OpenSocket) => void served.push(socket);
  sockets = acceptSockets(server, app, [{ path: PATH, access: 'member', maxFrame: 4_096, bye: () => 'bye', serve }]);
  token = await memberToken({ firmId: (await makeFirm()).id });
});
beforeEach(() => {
  served = [];
  clients = [];
});
afterEach(async () => {
  releaseClock();
  for (const client of clients) client.terminate();
  await eventually(() => expect(clients.every(({ readyState }) => readyState === WebSocket.CLOSED)).toBe(true));
});
afterAll(async () => {
  sockets.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** A client, with what it has read and how it was closed. */
async function connect() {
  const ws = new WebSocket(url, { headers: { authorization: `Bearer ${token}` } });
  clients.push(ws);
  const client = { ws, bytes: 0, closed: null as number | null, status: 101 };
  ws.on('message', (data) => (client.bytes += (data as Buffer).length));
  ws.on('close', (code) => (client.closed = code));
  ws.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    ws.on('open', resolve);
    ws.on('unexpected-response', (_request, response) => {
      client.status = response.statusCode ?? 0;
      ws.terminate();
      resolve();
    });
  });
  return client;
}

test('whoever reads nothing of a flood is cut after half a minute, and nobody else notices', async () => {
  freezeClock(clock.now());
  const stuck = await connect();
  const reads = await connect();
  await eventually(() => expect(served).toHaveLength(2));
  stuck.ws.pause();
  // More than both ends of the line keep between them.
  const piece = 'x'.repeat(MB);
  for (const end of served) for (let n = 0; n < 24; n++) end.send(piece);
  await eventually(() => expect(reads.bytes).toBe(24 * MB));
  // Each look is half a minute later than the one before; a paused client does not hear that it was closed.
  const wasCut = new Promise<void>((resolve) => served[0]?.onClose(resolve));
  let isCut = false;
  void wasCut.then(() => (isCut = true));
  await eventually(
    () => {
      advanceClock(31_000);
      expect(isCut).toBe(true);
    },
    { withinMs: 20_000, everyMs: 3_000 },
  );
  served[1]?.send('still here');
  await eventually(() => expect(reads.bytes).toBe(24 * MB + 'still here'.length));
  expect(reads.closed).toBeNull();
});

test('frames that are larger than allowed, or no text, close their socket alone', async () => {
  const [large, binary, other] = [await connect(), await connect(), await connect()];
  const heard: string[] = [];
  await eventually(() => expect(served).toHaveLength(3));
  for (const end of served) end.onText((text) => heard.push(text));
  large.ws.send('x'.repeat(4_097));
  binary.ws.send(Buffer.from('bytes'));
  // Control: one byte less is heard.
  other.ws.send('y'.repeat(4_096));
  await eventually(() => expect([large.closed, binary.closed]).toEqual([1009, 1003]));
  expect([heard, other.closed]).toEqual([['y'.repeat(4_096)], null]);
});

test('one address opens so many in a minute; those that are open stay', async () => {
  const before = await connect();
  const openings = { name: 'socket', limit: 600, windowMs: 60_000 };
  for (let n = 0; n < 599; n++) await countAgainst(openings, '127.0.0.1').catch(() => undefined);
  expect((await connect()).status).toBe(429);
  expect(before.closed).toBeNull();
  await kv.delete('rate:socket:127.0.0.1');
  expect((await connect()).status).toBe(101);
});

/** Looks every 2.5 s at what is unread; answers at which of them, in seconds, it is found to read nothing. */
function foundAt(sizes: readonly number[]): number | null {
  let unread: Unread | null = null;
  for (const [index, size] of sizes.entries()) {
    const now = 1_000_000 + index * 2_500;
    unread = lookAt(unread, size, now);
    if (readsNothing(unread, now)) return index * 2.5;
  }
  return null;
}
const looks = (n: number, sizeAt: (look: number) => number) => Array.from({ length: n }, (_, look) => sizeAt(look));

test('whoever takes nothing for half a minute is found, whoever has little unread never', () => {
  expect(foundAt(looks(100, () => 2 * MB))).toBe(32.5);
  expect(foundAt(looks(100, (look) => 2 * MB + look))).toBe(32.5);
  expect(foundAt(looks(100, () => MB - 1))).toBeNull();
});

test('whoever reads on, however slowly, is left alone; half a minute begins with the last progress', () => {
  expect(foundAt(looks(200, (look) => 50 * MB - look * 1_000))).toBeNull();
  // It had read everything for long, and then a flood came that it reads.
  expect(foundAt([...looks(50, () => 0), ...looks(200, (look) => 50 * MB - look * 1_000)])).toBeNull();
  expect(foundAt([...looks(20, (look) => 5 * MB - look), ...looks(100, () => 5 * MB)])).toBe(19 * 2.5 + 32.5);
});
