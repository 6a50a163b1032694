import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_MEMBERS } from '../../scripts/seed/demo-accounts.ts';
import { SHIPPED_PURPOSES } from '../../bff/contract/settings/schemas.ts';
import { CLEAN_LAWYER } from '../../scripts/seed/demo-data.ts';
import { startServer, type TestServer } from './test-server.ts';
import { launch, until, type MiniProgram } from './weapp-runtime.ts';

/** The production mini-program against the real server: sign in, apply with lawyers, preview, submit, look at it. */
const SET_DATA_LIMIT = 32 * 1024;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
}, 900_000);
afterAll(() => server.stop());

const account = (label: string) => {
  const found = DEMO_MEMBERS.find((member) => member.label.includes(label));
  if (!found) throw new Error(`no demo account ${label}`);
  return found;
};

let app: MiniProgram;
// Whatever was tested: WeChat would have taken every call.
afterEach(() => expect(app.faults).toEqual([]));

async function signedIn(label: string): Promise<MiniProgram> {
  app = launch('dist/weapp', { server: server.origin });
  await app.sees('会员登录');
  const { login, password } = account(label);
  app.type('login', login);
  app.type('password', password);
  await app.tap('登录');
  await app.sees('我要申请');
  return app;
}

const picturesOf = (app: Awaited<ReturnType<typeof signedIn>>) =>
  app.calls.filter(({ name, options }) => name === 'writeFile' && options.encoding === 'base64');

describe('the mini-program', () => {
  it('leads a firm from sign-in to its certificate', async () => {
    const app = await signedIn('6名律师');
    expect(app.route()).toBe('pages/home/index');
    await app.tap('我要申请');
    await app.sees('信息无误，下一步');
    await app.tap('信息无误，下一步');
    await app.sees('律所+部分律师无行业处分');
    await app.tap('律所+部分律师无行业处分');
    await app.sees('打开文件');
    await app.tap('下一步：填写信息');
    await app.sees('选择律师');

    await app.tap('下一步：预览证明');
    await app.sees('请至少选择一名律师');
    expect(app.text()).toContain('请选择起始时间');
    expect(app.text()).toContain('请填写联系邮箱');

    await app.tap('选择律师');
    await app.sees('已选择 0 名');
    await app.tap('全选');
    await app.sees('已选择 6 名');
    await app.tap('全选');
    await app.sees('已选择 0 名');
    await app.tap(CLEAN_LAWYER.name);
    await app.sees('已选择 1 名');
    await app.tap('保存');
    await app.sees('已选择 1 名，修改');
    app.pick('since', '2026-01-01');
    app.type('email', 'office@example.com');
    // The last one: 其他（自行填写）.
    app.pick('purpose', SHIPPED_PURPOSES.length + 1);
    await app.sees('其他用途');
    app.type('purpose', '地铁3号线法律服务采购');
    await app.tap('下一步：预览证明');
    await app.sees('当前申请的电子证明审核方式为');
    // The page as a picture, in a file: through setData it would be far over the limit.
    await until(
      () => picturesOf(app).length >= 2,
      () => 'neither the sample nor the preview was drawn',
    );
    await app.tap('打开文件');
    await app.tap('确认信息无误，提交申请');
    await app.sees('提交成功');
    await app.sees('证明已出具');
    await app.tap('查看证明');
    await app.sees('复制核验链接');

    expect(app.route()).toBe('member/application/index');
    expect(app.text()).toContain('律所+部分律师无行业处分编号');
    await app.tap('复制核验链接');
    await app.tap('同意并继续');
    const copied = await until(
      () => app.calls.find((call) => call.name === 'setClipboardData'),
      () => 'nothing was copied',
    );
    expect(copied.options.data).toContain('/c/');
    await app.tap('下载证明');
    await until(
      () => app.calls.find((call) => call.name === 'openDocument' && call.options.showMenu === true),
      () => 'no file was shown',
    );
    expect(Math.max(...app.setDataSizes)).toBeLessThan(SET_DATA_LIMIT);
  });

  it('sends its token and no cookie, and creates one application for a double tap', async () => {
    const app = await signedIn('执业连续');
    await app.tap('我要申请');
    await app.sees('信息无误，下一步');
    await app.tap('信息无误，下一步');
    await app.sees('律师个人无行业处分');
    await app.tap('律师个人无行业处分');
    await app.tap('下一步：填写信息');
    await app.sees('联系邮箱');
    app.pick('since', '2025-01-01');
    app.type('email', 'lawyer@example.com');
    await app.tap('下一步：预览证明');
    await app.sees('确认信息无误，提交申请');
    await app.tap('确认信息无误，提交申请');
    await app.tap('确认信息无误，提交申请');
    await app.sees('提交成功');

    const requests = app.calls.filter((call) => call.name === 'request');
    const submits = requests.filter(
      (call) => call.options.method === 'POST' && String(call.options.url).endsWith('/api/applications'),
    );
    const keys = new Set(
      submits.map((call) => (JSON.parse(String(call.options.data)) as { idempotencyKey: string }).idempotencyKey),
    );
    expect(keys.size).toBe(1);
    const authorised = requests.at(-1)?.options.header as Record<string, string>;
    expect(authorised.authorization).toMatch(/^Bearer \S{20,}/);
    expect(authorised.cookie).toBeUndefined();
  });

  it('stays under the limit of one setData with 400 lawyers to choose from', async () => {
    const app = await signedIn('400名律师');
    await app.tap('我要申请');
    await app.sees('信息无误，下一步');
    await app.tap('信息无误，下一步');
    await app.sees('律所+部分律师无行业处分');
    await app.tap('律所+部分律师无行业处分');
    await app.tap('下一步：填写信息');
    await app.sees('联系邮箱');
    await app.tap('选择律师');
    await app.sees('已选择 0 名');
    await app.tap('全选');
    await app.sees('已选择 400 名');
    await app.tap('保存');
    await app.sees('已选择 400 名，修改');
    app.pick('since', '2026-01-01');
    app.type('email', 'office@example.com');
    app.pick('purpose', 1);
    await app.tap('下一步：预览证明');
    // A roster of many pages: they are turned one by one.
    await app.sees('第 1 页，共 ');
    const drawn = picturesOf(app).length;
    await app.tap('下一页');
    await app.sees('第 2 页，共 ');
    await until(
      () => picturesOf(app).length > drawn,
      () => 'the second page was not drawn',
    );
    expect(Math.max(...app.setDataSizes)).toBeLessThan(SET_DATA_LIMIT);
  });
});
