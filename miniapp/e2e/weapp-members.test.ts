import { describe, expect, it } from '@jest/globals';
import { DEMO_NEWCOMER } from '../../scripts/seed/demo-accounts.ts';
import { PAGES, pageUrl } from '../addresses.ts';
import { ofMember } from './member-api.ts';
import { account, asked, called, prepareWalk } from './walk.ts';
import { until, type MiniProgram } from './weapp-runtime.ts';

/** What members do day by day in the production mini-program, act by act. */
const walk = prepareWalk();
const { opened, signedIn } = walk;
const toasts = (app: MiniProgram) => called(app, 'showToast').map(({ options }) => String(options.title));
const told = (app: MiniProgram, words: string) =>
  until(
    () => toasts(app).find((title) => title.includes(words)),
    () => `nobody said “${words}” but ${toasts(app).join('; ')}`,
  );

describe('an application that goes to a person', () => {
  it('is looked at after it was submitted, and withdrawn', async () => {
    const app = await signedIn('有处分记录');
    await app.tap('我要申请');
    await app.tap('信息无误，下一步');
    await app.tap('律所无行业处分');
    await app.tap('下一步：填写信息');
    await app.sees('联系邮箱');
    app.pick('since', '2015-01-01');
    app.type('email', 'office@example.com');
    await app.tap('下一步：预览证明');
    await app.tap('确认信息无误，提交申请');
    await app.sees('已转由协会工作人员审核');
    expect(app.text()).toContain('查看申请');
    expect(app.text()).not.toContain('查看证明');
    await app.tap('查看申请');
    await app.tap('撤回申请');
    await app.sees('确定撤回');
    await app.tap('撤回申请');
    await told(app, '申请已撤回');
    await app.sees('申请已撤回，没有出具证明');
    expect(app.text()).not.toContain('下载证明');
  });
});

describe('the list of applications', () => {
  it('is filtered, and loads more at its end without sending again what is there', async () => {
    const firm = await ofMember(walk.server.origin, account('有处分记录'));
    for (let count = 0; count < 45; count += 1) {
      const idempotencyKey = `telephone-list-${count}-${Date.now()}`;
      const form = {
        type: 'firm-clean',
        email: 'office@example.com',
        since: '2015-01-01',
        paper: null,
        idempotencyKey,
      };
      await firm.post('/applications', form);
    }
    const app = await signedIn('有处分记录');
    await app.tap('全部');
    await app.sees('加载更多');
    const rows = () => app.text().split('律所无行业处分').length - 1;
    expect(rows()).toBe(20);
    const bytesOf = async (act: () => unknown, wanted: number) => {
      const before = app.setDataSizes.length;
      await act();
      await until(
        () => rows() === wanted || undefined,
        () => `${rows()} rows; the page shows: ${app.text()}`,
      );
      return app.setDataSizes.slice(before).reduce((sum, size) => sum + size, 0);
    };
    const first = await bytesOf(() => app.tap('加载更多'), 40);
    // 46 with the one that was withdrawn: six are left, whoever reaches the end gets them without a tap.
    const last = await bytesOf(() => app.reachEnd(), 46);
    // Twenty rows, of some 1.3 KB each.
    expect(first).toBeLessThan(27_000);
    expect(last).toBeLessThan(first / 2);
    expect(app.text()).not.toContain('加载更多');

    await app.tap('筛选');
    await app.sees('证明状态');
    // 全部状态, 待审批, 待补正, 已审批, 已撤回.
    app.pick('filter-state', 4);
    await app.tap('查询');
    await app.sees('共1条');
    await app.tap('筛选（1项）');
    await app.tap('重置');
    await app.sees('共46条');
  });

  it('is asked for anew when it is pulled down', async () => {
    const app = await signedIn('6名律师');
    await app.tap('全部');
    await app.sees('共');
    const before = called(app, 'request').length;
    await app.pullDown();
    await until(
      () => called(app, 'stopPullDownRefresh')[0],
      () => 'the page never came to rest',
    );
    const urls = called(app, 'request')
      .slice(before)
      .map(({ options }) => String(options.url));
    expect(urls.some((url) => url.includes('/api/applications?'))).toBe(true);
  });
});

describe('a certificate', () => {
  it('stands first on its page, and is mailed', async () => {
    const app = await signedIn('6名律师');
    app.open(pageUrl('application', { id: walk.issued.id }));
    await app.sees('复制核验链接');
    await app.sees('打开文件');
    const text = app.text();
    expect(text.indexOf('打开文件')).toBeLessThan(text.indexOf('申请信息'));
    expect(text.indexOf('打开文件')).toBeGreaterThan(0);
    await app.tap('发送邮箱');
    await app.tap('发送');
    await told(app, '证明将发送至');
  });

  it('is forwarded at one tap, each time with a link of its own whose recipient is named later', async () => {
    const app = await signedIn('6名律师');
    app.open(pageUrl('application', { id: walk.issued.id }));
    await app.sees('复制核验链接');
    await app.tap('转发');
    const first = await app.sent('onShareAppMessage', 'button');
    expect(first.title).toBe('电子证明：律所无行业处分');
    await app.tap('转发');
    const second = await app.sent('onShareAppMessage', 'button');
    expect(second.path).not.toBe(first.path);

    const stranger = opened({ opened: { url: first.path ?? '', scene: 1007 } });
    await stranger.sees('本协会出具');
    expect(stranger.text()).not.toContain('提供给');
    await app.tap('分享');
    await app.sees('未注明接收方');
    await app.tap('修改');
    await app.sees('有效期至');
    await app.sees('查看次数');
    app.type('recipient', '江海银行');
    await app.tap('保存');
    await app.sees('江海银行');
  });

  it('that cannot be forwarded sends nothing of it, and says why', async () => {
    const app = await signedIn('6名律师');
    app.open(pageUrl('application', { id: walk.issued.id }));
    await app.sees('复制核验链接');
    app.phone.isOffline = true;
    await app.tap('转发');
    expect(await app.sent('onShareAppMessage', 'button')).toMatchObject({ title: '电子证明', path: PAGES.home });
    await told(app, '网络');
  });

  it('with an access code opens for who knows it', async () => {
    const shares = (await walk.firm.post(`/applications/${walk.issued.id}/shares`, {
      recipient: '银行',
      hasCode: true,
    })) as { url: string; code: string }[];
    const { url = '', code = '' } = shares[0] ?? {};
    const token = url.slice(url.lastIndexOf('/') + 1);
    const app = opened({ opened: { url: pageUrl('share', { token }), scene: 1007 } });
    await app.sees('请输入访问码');
    app.type('code', code === '000000' ? '111111' : '000000');
    await app.tap('打开 Open');
    await app.sees('访问码不正确');
    app.type('code', code);
    await app.tap('打开 Open');
    await app.sees('本协会出具');
  });
});

describe('many lawyers', () => {
  it('are chosen from a list that is drawn as far as it is scrolled', async () => {
    const app = await signedIn('400名律师');
    app.open(PAGES.bulk);
    await app.tap('选择律师');
    await app.sees('已选择 0 名');
    const names = () => (app.text().match(/1\d{16}/g) ?? []).map(String);
    await until(
      () => names().length > 10 || undefined,
      () => `no list; the page shows: ${app.text()}`,
    );
    const before = names();
    expect(before.length).toBeLessThan(40);
    app.scroll(300 * 60);
    await until(
      () => names().every((number) => !before.includes(number)) || undefined,
      () => `the list did not move; the page shows: ${app.text()}`,
    );
    expect(names().length).toBeLessThan(40);
  });

  it('get a certificate each at one application', async () => {
    const app = await signedIn('6名律师');
    app.open(PAGES.bulk);
    await app.tap('选择律师');
    await app.sees('已选择 0 名');
    await app.tap('全选');
    await app.sees('已选择 6 名');
    await app.tap('保存');
    await app.sees('已选择 6 名，修改');
    app.type('email', 'office@example.com');
    if (app.text().includes('起始时间')) app.pick('since', '2026-01-01');
    await app.tap('提交申请（6 份）');
    await app.sees('6');
    await until(
      () => (app.route() === 'member/bulk/index' && app.depth() === 2) || undefined,
      () => `the progress was not shown: ${app.text()}`,
    );
    await app.sees('已出具');
  });
});

describe('the first time', () => {
  it('opens the account by a text, with a password of one’s own', async () => {
    const app = opened();
    await app.tap('第一次使用？开通账号');
    await app.sees('证件号码后6位');
    app.type('activate-login', DEMO_NEWCOMER.login);
    app.type('activate-lastSix', DEMO_NEWCOMER.password);
    await app.tap('获取验证码');
    await app.sees('验证码');
    app.type('activate-code', await walk.server.textedCode());
    app.type('activate-next', 'jianghai-2026-kaitong');
    app.type('activate-again', 'jianghai-2026-kaitong');
    await app.tap('开通并登录');
    await app.sees('我要申请');
    expect(asked(app, '/api/session').length).toBeGreaterThan(0);
  });
});
