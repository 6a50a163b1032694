import { describe, expect, it } from '@jest/globals';
import { PAGES, pageUrl } from '../addresses.ts';
import { called, prepareWalk } from './walk.ts';
import { until, type MiniProgram } from './weapp-runtime.ts';
import { MOST_PAGES } from './wechat/pages.ts';

/** The production mini-program on a telephone as it is: tabs that stay, few pages, slow packages, full storage. */
const walk = prepareWalk();
const { opened, signedIn } = walk;
const toasts = (app: MiniProgram) => called(app, 'showToast').map(({ options }) => String(options.title));
const pagesOpened = (app: MiniProgram) => called(app, 'navigateTo').length;

describe('pages', () => {
  it('of the tab bar stay: their lists are there when one comes back', async () => {
    const app = await signedIn('6名律师');
    await app.tap('全部');
    await app.sees('律所无行业处分');
    await app.tap('律所无行业处分');
    await app.sees('复制核验链接');
    app.back();
    expect(app.text()).toContain('律所无行业处分');
    expect(app.text()).not.toContain('加载中');
    expect(app.depth()).toBe(1);
  });

  it('go on beyond the tenth: the last one gives way', async () => {
    const app = await signedIn('6名律师');
    while (app.depth() < MOST_PAGES) {
      app.push(PAGES.tickets);
      await app.sees('提交新工单');
    }
    await app.tap('提交新工单');
    await app.sees('问题描述');
    expect(app.depth()).toBe(MOST_PAGES);
  });

  it('whose package is still arriving open once, however often they are tapped', async () => {
    // The packages begin to arrive with the first page: a quick member is there before them.
    const app = await signedIn('6名律师', { packageMs: 400 });
    await until(
      () => app.text().includes('我要申请') || undefined,
      () => 'no home',
    );
    await Promise.all([app.tap('我要申请'), app.tap('我要申请')]);
    await app.sees('信息无误，下一步');
    expect(app.depth()).toBe(2);
    expect(pagesOpened(app)).toBe(1);
  });

  it('whose package does not arrive leave one where one is, and say so', async () => {
    const app = opened({ packageMs: 2_000 });
    await app.sees('会员登录');
    app.phone.isOffline = true;
    await app.tap('第一次使用？开通账号');
    await until(
      () => toasts(app).find((title) => title.includes('页面没有打开')),
      () => `nothing was said but ${toasts(app).join('; ')}`,
    );
    expect(app.route()).toBe('pages/sign-in/index');
    app.phone.isOffline = false;
    await app.tap('第一次使用？开通账号');
    await app.sees('证件号码后6位');
  });
});

describe('a telephone whose storage is full', () => {
  it('serves its member all the same, and asks for the agreement once', async () => {
    const app = opened();
    app.phone.isStorageBroken = true;
    await walk.signIn(app, '6名律师');
    app.open(pageUrl('application', { id: walk.issued.id }));
    await app.tap('复制核验链接');
    await app.tap('同意并继续');
    await copied(app, 1);
    await app.tap('复制核验链接');
    await copied(app, 2);
    expect(app.text()).not.toContain('隐私保护提示');
    // WeChat says 内容已复制 by itself: one sentence, not two.
    expect(toasts(app)).toEqual([]);
  });
});

/** So often the clipboard was filled. */
const copied = (app: MiniProgram, times: number) =>
  until(
    () => called(app, 'setClipboardData').length === times || undefined,
    () => `copied ${called(app, 'setClipboardData').length} times; the page shows: ${app.text()}`,
  );

describe('forwarding', () => {
  it('of the first page says whose it is, and nothing of the member', async () => {
    const app = await signedIn('6名律师');
    expect(
      await until(
        async () =>
          (await app.sent('onShareAppMessage')).title === '电子证明' ? undefined : app.sent('onShareAppMessage'),
        () => 'the card does not say whose it is',
      ),
    ).toEqual({
      title: '江海市律师协会电子证明',
      path: PAGES.home,
      imageUrl: '/assets/share-card.png',
    });
  });
});

describe('核验', () => {
  it('reads the code on a letter with 扫一扫', async () => {
    const app = opened({ opened: { url: PAGES.verify, scene: 1001 }, scans: walk.issued.verifyUrl });
    await app.tap('扫一扫 Scan');
    await app.sees('本协会出具');
    const other = opened({
      opened: { url: PAGES.verify, scene: 1001 },
      scans: 'https://evil.example/c/abcdefghijklmnopqrstuv',
    });
    await other.tap('扫一扫 Scan');
    await other.sees('未能核验');
    const closed = opened({ opened: { url: PAGES.verify, scene: 1001 } });
    await closed.tap('扫一扫 Scan');
    expect(closed.text()).toContain('用编号和核验码核验');
  });

  it('in 朋友圈 shows the answer, and offers nothing that is not there', async () => {
    const token = walk.issued.verifyUrl.slice(walk.issued.verifyUrl.lastIndexOf('/') + 1);
    const app = opened({ opened: { url: pageUrl('verify', { token }), scene: 1154 } });
    await app.sees('本协会出具');
    expect(app.text()).toContain('前往小程序');
    expect(app.text()).not.toMatch(/扫一扫Scan|Chooseafile/);
    expect(called(app, 'login')).toEqual([]);
  });
});
