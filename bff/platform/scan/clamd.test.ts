import { afterEach, expect, test } from '@jest/globals';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { scanByClamd } from './clamd.ts';

let server: Server;
afterEach(() => new Promise((closed) => server.close(closed)));

async function listening(answer: (socket: Socket) => void): Promise<{ host: string; port: number }> {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.resume();
    answer(socket);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
}

test('a scanner that sends a byte now and then is given up like one that sends none', async () => {
  const to = await listening((socket) => {
    const drip = setInterval(() => socket.write('s'), 20);
    socket.on('close', () => clearInterval(drip));
  });
  await expect(scanByClamd(Buffer.from('file'), { ...to, milliseconds: 200 })).rejects.toThrow('clamd does not answer');
});

test.each([
  ['the verdict breaks off', 'stream: OK'],
  ['the scanner says that a limit of its own is passed', 'INSTREAM size limit exceeded. ERROR\0'],
])('no file is clean where %s', async (_what, words) => {
  const to = await listening((socket) => socket.end(words));
  await expect(scanByClamd(Buffer.from('file'), to)).rejects.toThrow('clamd');
});
