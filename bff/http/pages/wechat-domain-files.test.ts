import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { wechatDomainFiles } from './wechat-domain-files.ts';

test('the files of WeChat lie at the root and in the folder of the QR codes, and nothing else does', async () => {
  const app = new Koa();
  app.use(wechatDomainFiles('MP_verify_abc.txt=abc,aBc123.txt=0f1e2d'));
  const handle = app.callback();
  const server = createServer((request, response) => void handle(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const read = async (path: string) => {
    const answer = await fetch(at + path);
    return answer.ok ? [answer.headers.get('content-type'), await answer.text()] : answer.status;
  };
  const TEXT = 'text/plain; charset=utf-8';
  expect(await read('/MP_verify_abc.txt')).toEqual([TEXT, 'abc']);
  expect(await read('/c/aBc123.txt')).toEqual([TEXT, '0f1e2d']);
  for (const path of ['/c/other.txt', '/s/aBc123.txt', '/aBc123.txt/x', '/c/constructor.txt']) {
    expect(await read(path)).toBe(404);
  }
  server.closeAllConnections();
  server.close();
});
