import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { DEMO_MEMBERS } from '../../scripts/seed/demo-accounts.ts';
import { startServer, type TestServer } from './test-server.ts';
import { launch, until, type MiniProgram } from './weapp-runtime.ts';

/** The production mini-program with WeChat behind it (scripts/sandbox): the first time by password, then silently. */
let server: TestServer;
beforeAll(async () => {
  server = await startServer();
}, 900_000);
afterAll(() => server.stop());

const open: MiniProgram[] = [];
function opened(person: string): MiniProgram {
  const app = launch('dist/weapp', { server: server.origin, loginCode: () => server.wechatCode('login', person) });
  open.push(app);
  return app;
}
// Whatever was tested: WeChat would have taken every call.
afterEach(() => expect(open.splice(0).flatMap(({ faults }) => faults)).toEqual([]));

it('binds at the first sign-in, then opens by itself until it is unbound', async () => {
  const { login, password } = DEMO_MEMBERS.find(({ label }) => label.includes('6名律师')) ?? DEMO_MEMBERS[0]!;
  const first = opened('zhiyuan');
  await first.sees('会员登录');
  expect(first.text()).toContain('用登记的手机号登录（先输入密码）');
  first.type('login', login);
  first.type('password', password);
  await first.tap('登录');
  await first.sees('我要申请');

  const second = opened('zhiyuan');
  await second.sees('我要申请');
  const asked = second.calls.filter(({ name }) => name === 'request').map(({ options }) => String(options.url));
  expect(asked.filter((url) => url.endsWith('/api/session/wechat'))).toHaveLength(1);
  expect(JSON.stringify(second.calls)).not.toMatch(/session_?key|openid/i);

  second.open('/member/wechat/index');
  await second.sees('（本微信）');
  await second.tap('解除绑定');
  await second.sees('解除后，本设备将退出登录');
  const before = second.calls.length;
  await second.tap('解除绑定');
  await until(
    () => second.calls.slice(before).find(({ options }) => options.method === 'DELETE'),
    () => 'nothing was unbound',
  );

  const third = opened('zhiyuan');
  await third.sees('会员登录');
});

it('signs nobody in whose WeChat is not bound', async () => {
  const app = opened('shuning');
  await app.sees('会员登录');
  await app.tap('用已绑定的微信登录');
  await app.sees('此微信还没有绑定会员账号');
});
