import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { PAGES as PAGES_AT_WECHAT } from '../../scripts/sandbox/wechat/pages.ts';
import { DEMO_MEMBERS, DEMO_NEWCOMER, DEMO_STAFF } from '../../scripts/seed/demo-accounts.ts';
import { PAGES } from '../pages.ts';
import { startServer, type TestServer } from './test-server.ts';
import { changeSettings, ofMember, type MemberApi } from './member-api.ts';
import { launch, until, type MiniProgram } from './weapp-runtime.ts';
import type { WxOptions } from './weapp-wx.ts';

/** Every page of the production mini-program, and what happens around them: cards, scans, refusals, failures. */
const SET_DATA_LIMIT = 32 * 1024;
const SCANNED = 1011;
const FROM_CARD = 1007;

let server: TestServer;
let firm: MemberApi;
let issued: { id: number; verifyUrl: string; pdf: Buffer };
beforeAll(async () => {
  server = await startServer();
  firm = await ofMember(server.origin, account('6名律师'));
  issued = await firm.issue();
}, 900_000);
afterAll(() => server.stop());

const account = (label: string) => {
  const found = [...DEMO_MEMBERS, DEMO_NEWCOMER].find((member) => member.label.includes(label));
  if (!found) throw new Error(`no demo account ${label}`);
  return found;
};

const open: MiniProgram[] = [];
function opened(more: Partial<WxOptions> = {}): MiniProgram {
  const app = launch('dist/weapp', { server: server.origin, ...more });
  open.push(app);
  return app;
}
// Whatever was tested: WeChat would have taken every call, and no page got more than it may at once.
afterEach(() => {
  const apps = open.splice(0);
  expect(apps.flatMap(({ faults }) => faults)).toEqual([]);
  for (const { setDataSizes } of apps) expect(Math.max(0, ...setDataSizes)).toBeLessThan(SET_DATA_LIMIT);
});

async function signedIn(label: string, more: Partial<WxOptions> = {}): Promise<MiniProgram> {
  const app = opened(more);
  await app.sees('会员登录');
  const { login, password } = account(label);
  app.type('login', login);
  app.type('password', password);
  await app.tap('登录');
  await app.sees('我要申请');
  return app;
}
const called = (app: MiniProgram, name: string) => app.calls.filter((call) => call.name === name);
const asked = (app: MiniProgram, path: string) =>
  called(app, 'request').filter(({ options }) => String(options.url).endsWith(path));
const tokenOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);
const appJson = () =>
  JSON.parse(readFileSync('dist/weapp/app.json', 'utf8')) as {
    pages: string[];
    subPackages: { root: string; pages: string[] }[];
    tabBar: { list: { iconPath: string; selectedIconPath: string; text: string }[] };
  };

describe('every page', () => {
  it('opens for a member, says something, and reports no failure', async () => {
    const app = await signedIn('6名律师');
    const says: Record<string, { url: string; text: string }> = {
      home: { url: PAGES.home, text: '我要申请' },
      applications: { url: PAGES.applications, text: '律所无行业处分' },
      account: { url: PAGES.account, text: '退出登录' },
      notFound: { url: PAGES.notFound, text: '没有' },
      apply: { url: PAGES.apply, text: '信息无误，下一步' },
      application: { url: `${PAGES.application}?id=${issued.id}`, text: '复制核验链接' },
      password: { url: PAGES.password, text: '新密码' },
      devices: { url: PAGES.devices, text: '本设备' },
      bulk: { url: PAGES.bulk, text: '批量' },
      wechat: { url: PAGES.wechat, text: '绑定' },
      inbox: { url: PAGES.inbox, text: '证明' },
      contacts: { url: PAGES.contacts, text: '邮箱' },
      verify: { url: PAGES.verify, text: '用编号和核验码核验' },
      fromWechat: { url: PAGES.fromWechat, text: '用账号和密码登录' },
      share: { url: `${PAGES.share}?token=unknown-token-unknown`, text: '链接无效' },
      privacy: { url: PAGES.privacy, text: '个人信息' },
      forgotten: { url: PAGES.forgotten, text: '密码' },
      signIn: { url: PAGES.signIn, text: '会员登录' },
    };
    for (const [name, { url, text }] of Object.entries(says)) {
      app.open(url);
      await app.sees(text);
      expect(`${name}: ${/系统出现问题|服务暂时不可用|网络连接不上/.exec(app.text())?.[0] ?? ''}`).toBe(`${name}: `);
    }
    const { pages, subPackages } = appJson();
    const all = [
      ...pages,
      ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
    ].sort();
    expect(
      Object.values(says)
        .map(({ url }) => url.slice(1).split('?')[0])
        .sort(),
    ).toEqual(all);
    // The sandbox refuses links and messages that lead to pages nobody published.
    expect([...PAGES_AT_WECHAT].sort()).toEqual(all);
  });

  it('is found by WeChat’s own tools, which only lack an AppID', () => {
    const project = JSON.parse(readFileSync('project.config.json', 'utf8')) as Record<string, unknown>;
    expect(project).toMatchObject({
      miniprogramRoot: 'dist/weapp/',
      compileType: 'miniprogram',
      appid: 'touristappid',
    });
  });

  it('of the tab bar has its name and both pictures', () => {
    const { list } = appJson().tabBar;
    expect(list.map(({ text }) => text)).toEqual(['首页', '我的申请', '我的']);
    for (const { iconPath, selectedIconPath } of list)
      for (const picture of [iconPath, selectedIconPath]) {
        const bytes = readFileSync(`dist/weapp/${picture}`);
        expect(bytes.subarray(1, 4).toString()).toBe('PNG');
        // 「icon 大小限制为40kb」
        expect(bytes.length).toBeLessThan(40 * 1024);
      }
  });
});

describe('a shared certificate', () => {
  it('is sent as a card with purpose and picture, and opens for somebody without an account', async () => {
    const app = await signedIn('6名律师');
    app.open(`${PAGES.application}?id=${issued.id}`);
    await app.sees('复制核验链接');
    await app.tap('分享');
    await app.tap('新建分享链接');
    app.type('recipient', '江海银行文华支行');
    app.type('share-purpose', '贷款');
    await app.tap('生成链接');
    await app.sees('停止分享');
    await app.tap('发送给朋友');
    const card = await app.sent('onShareAppMessage', 'button');
    expect(card).toEqual({
      title: '电子证明：律所无行业处分（用途：贷款）',
      path: expect.stringMatching(/^\/public\/share\/index\?token=[\w-]{20,}$/) as unknown,
      imageUrl: '/assets/share-card.png',
    });
    // What WeChat's own menu sends of a member's page is nothing of it.
    expect((await app.sent('onShareAppMessage')).path).toBe(PAGES.home);

    const stranger = opened({ opened: { url: card.path ?? '', scene: FROM_CARD } });
    await stranger.sees('本协会出具');
    expect(stranger.text()).toContain('江海银行文华支行');
    expect(asked(stranger, '/api/session')).toEqual([]);
    expect(called(stranger, 'login')).toEqual([]);
    expect(await stranger.sent('onShareAppMessage')).toMatchObject({
      title: '电子证明（用途：贷款）',
      path: card.path,
    });
    await expect(stranger.sent('onShareTimeline')).rejects.toThrow('offers no');

    await app.tap('停止分享');
    await app.sees('已停止分享');
    const late = opened({ opened: { url: card.path ?? '', scene: FROM_CARD } });
    await late.sees('链接已停止分享');
    expect(late.text()).not.toContain('江海银行');
  });
});

describe('the code on paper', () => {
  const scan = (address: string, more: Partial<WxOptions> = {}) =>
    opened({
      opened: { url: `${PAGES.verify}?q=${encodeURIComponent(address)}&scancode_time=1795000000`, scene: SCANNED },
      ...more,
    });

  it('scanned in WeChat gives the two answers, without an account', async () => {
    const app = scan(issued.verifyUrl);
    await app.sees('本协会出具');
    await app.sees('当前状态：有效');
    expect(asked(app, '/api/session')).toEqual([]);
    const token = tokenOf(issued.verifyUrl);
    expect(await app.sent('onShareAppMessage')).toMatchObject({ path: `${PAGES.verify}?token=${token}` });
    expect(await app.sent('onShareTimeline')).toMatchObject({ query: `token=${token}` });
  });

  it('of somebody else is not verified', async () => {
    await scan('https://evil.example/c/abcdefghijklmnopqrstuv').sees('未能核验');
    await scan('https://evil.example/x/abcdefghijklmnopqrstuv').sees('未能核验');
  });
});

describe('privacy', () => {
  it('is asked for before a file is chosen; refused, the rest goes on; agreed to, it is not asked again', async () => {
    const chatFiles = [{ name: '证明.pdf', bytes: issued.pdf }];
    const app = opened({ opened: { url: PAGES.verify, scene: 1001 }, chatFiles });
    await app.tap('选择 PDF 文件 Choose a PDF');
    await app.sees('隐私保护提示');
    await app.tap('不同意');
    await until(
      () => called(app, 'showToast').find(({ options }) => String(options.title).includes('未同意')),
      () => 'nothing was said',
    );
    expect(called(app, 'chooseMessageFile')).toEqual([]);
    app.type('number', '1');
    await app.tap('核验 Verify');
    await app.sees('编号');

    await app.tap('选择 PDF 文件 Choose a PDF');
    await app.tap('阅读《隐私保护指引》');
    await app.sees('处理哪些信息，为什么处理');
    expect(app.text()).not.toContain('隐私保护提示');
    app.back();
    await app.sees('隐私保护提示');
    await app.tap('同意并继续');
    await app.sees('本协会出具');
    await app.tap('选择 PDF 文件 Choose a PDF');
    await until(
      () => called(app, 'chooseMessageFile').length === 2 || undefined,
      () => 'no file was chosen again',
    );
    expect(app.text()).not.toContain('隐私保护提示');
  });

  it('agreed to before signing in is on record afterwards, and can be taken back', async () => {
    const app = opened({ phoneCode: () => server.wechatCode('phone', 'qinghe') });
    await app.sees('会员登录');
    await app.tap('用登记的手机号登录并绑定');
    await app.sees('隐私保护提示');
    await app.tap('同意并继续');
    await app.sees('登录没有成功');
    const { login, password } = account('6名律师');
    app.type('login', login);
    app.type('password', password);
    await app.tap('登录');
    await app.sees('我要申请');
    const consents = await until(
      () => asked(app, '/api/privacy-consents').find(({ options }) => options.method === 'POST'),
      () => 'the server was not told',
    );
    expect(consents.options.data).toContain('version');
    app.open(PAGES.privacy);
    await app.sees('同意记录');
    await app.sees('本设备已同意');
    await until(
      async () => ((await firm.get('/privacy-consents')) as unknown[]).length > 0 || undefined,
      () => 'nothing is on record',
    );
    await app.tap('撤回同意');
    await app.sees('本设备尚未同意');
    expect(JSON.stringify(await firm.get('/privacy-consents'))).toMatch(/"withdrawnAt":"2/);
  });

  it('an attachment keeps its name, whatever WeChat calls its copy', async () => {
    const app = await signedIn('执业连续', { chatFiles: [{ name: '委托书.pdf', bytes: issued.pdf }] });
    await app.tap('我要申请');
    await app.tap('信息无误，下一步');
    await app.tap('执业状况证明（含处分记录）');
    await app.tap('下一步：填写信息');
    await app.tap('上传附件');
    await app.tap('同意并继续');
    await app.sees('委托书.pdf');
    await app.sees('移除');
  });
});

describe('paying', () => {
  it('for paper goes through WeChat, and the page knows it by itself', async () => {
    const administrator = DEMO_STAFF.find(({ roles }) => roles.includes('administrator')) ?? account('管理员');
    await changeSettings(server.origin, administrator, { copyFeeFen: 500 });
    const { id } = await firm.issue({ pickup: 'collect', copies: 2 });
    const person = 'zhiyuan';
    const paid: string[] = [];
    const app = await signedIn('6名律师', {
      loginCode: () => server.wechatCode('login', person),
      pays: (order) => {
        paid.push(order);
        return server.command('pay', { person, order });
      },
    });
    app.open(`${PAGES.application}?id=${id}`);
    await app.sees('10.00 元');
    await app.tap('微信支付');
    await until(
      () => called(app, 'showToast').find(({ options }) => options.title === '支付成功'),
      () => `nothing was paid; the page shows: ${app.text()}`,
    );
    expect(paid).toHaveLength(1);
    expect(called(app, 'requestPayment')).toHaveLength(1);
    expect(app.text()).not.toContain('应缴金额');
  });

  it('that is given up leaves everything as it was', async () => {
    const { id } = await firm.issue({ pickup: 'collect', copies: 1 });
    const person = 'qinghe';
    const app = await signedIn('6名律师', { loginCode: () => server.wechatCode('login', person) });
    app.open(`${PAGES.application}?id=${id}`);
    await app.tap('微信支付');
    await until(
      () => called(app, 'requestPayment')[0],
      () => `WeChat was not asked; the page shows: ${app.text()}`,
    );
    await app.sees('微信支付');
    await app.sees('应缴金额');
  });
});

describe('when something fails', () => {
  it('without a network the page says so, and goes on after 重试', async () => {
    const app = await signedIn('6名律师');
    app.phone.isOffline = true;
    app.open(`${PAGES.application}?id=${issued.id}`);
    await app.sees('网络连接不上');
    app.phone.isOffline = false;
    await app.tap('重试');
    await app.sees('复制核验链接');
  });

  it('a session that has ended leads to the sign-in page and back to where one was', async () => {
    const app = await signedIn('曾转所');
    const bearer = (called(app, 'request').at(-1)?.options.header as Record<string, string>).authorization ?? '';
    await fetch(`${server.origin}/api/session`, { method: 'DELETE', headers: { authorization: bearer } });
    app.open(PAGES.devices);
    await app.sees('会员登录');
    const { login, password } = account('曾转所');
    app.type('login', login);
    app.type('password', password);
    await app.tap('登录');
    await app.sees('本设备');
  });
});
