import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Koa from 'koa';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { sandboxProxy } from './sandbox-proxy.ts';

/** Each answers with its name and what it was asked for. */
const named = (name: string) => createServer((request, response) => response.end(`${name} ${request.url}`));
const portOf = (server: Server) => (server.address() as AddressInfo).port;
const sandbox = named('sandbox');
const other = named('other');
let proxy: Server;

beforeAll(async () => {
  for (const server of [sandbox, other]) await once(server.listen(0, '127.0.0.1'), 'listening');
  const app = new Koa().use(sandboxProxy(`http://127.0.0.1:${portOf(sandbox)}`));
  proxy = app.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
});
afterAll(() => {
  for (const server of [sandbox, other, proxy]) {
    server.closeAllConnections();
    server.close();
  }
});

/** A request of which the first line is as given: no client of a library would send it. */
async function ask(target: string): Promise<string> {
  const socket = connect(portOf(proxy), '127.0.0.1');
  socket.write(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
  return text(socket);
}

test('what is below /sandbox is asked for at the sandbox, with its query', async () => {
  expect(await ask('/sandbox/mail?page=2')).toContain('sandbox /sandbox/mail?page=2');
});

test('a first line that names another address does not lead there', async () => {
  const answer = await ask(`http://127.0.0.1:${portOf(other)}/sandbox/secret?x=1`);
  expect(answer).not.toContain('other');
  expect(answer).toContain('sandbox /sandbox/secret?x=1');
});

test.each(['//127.0.0.1/sandbox/x', '/sandbox@127.0.0.1/x', '/x/../sandbox/y'])(
  '%s is not of the sandbox',
  async (target) => {
    expect(await ask(target)).not.toMatch(/sandbox \//);
  },
);
