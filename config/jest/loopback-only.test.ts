import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import dns from 'node:dns/promises';
import { createServer, get } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

const server = createServer((_request, response) => response.end('here'));
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => void server.close());

test.each(['127.0.0.1', 'localhost'])('this machine answers at %s', async (host) => {
  expect(await (await fetch(`http://${host}:${port}`)).text()).toBe('here');
});

const errorOf = (start: () => { once(event: 'error', listener: (error: Error) => void): unknown }) =>
  new Promise<Error>((resolve) => start().once('error', resolve));

// Addresses set aside for documentation (RFC 5737, RFC 2606): nobody is there in any case.
test('another machine is out of reach, by socket, http, fetch and name', async () => {
  expect((await errorOf(() => connect(80, '192.0.2.1'))).message).toContain('only reach this machine');
  expect((await errorOf(() => connect({ port: 80, host: '192.0.2.1' }))).message).toContain('only reach this machine');
  expect((await errorOf(() => get('http://example.test/'))).message).toContain('only reach this machine');
  const refused = await fetch('http://192.0.2.1/').catch((error: Error) => error);
  expect(String((refused as Error).cause)).toContain('only reach this machine');
  await expect(dns.lookup('example.test')).rejects.toThrow('only reach this machine');
});

test('control: without the block the attempt leaves this process', () => {
  const attempt = `
    const socket = require('node:net').connect({ port: 80, host: '192.0.2.1' });
    socket.on('error', (error) => { console.log(error.code); process.exit(); });
    setTimeout(() => { console.log('ATTEMPTED'); process.exit(); }, 300);`;
  const { stdout } = spawnSync(process.execPath, ['-e', attempt], { encoding: 'utf8', env: {} });
  expect(stdout.trim()).not.toBe('');
  expect(stdout).not.toContain('NETWORK_BLOCKED');
});
