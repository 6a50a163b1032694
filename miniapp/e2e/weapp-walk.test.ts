import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { PAGES as PAGES_AT_WECHAT } from '../../scripts/sandbox/wechat/pages.ts';
import { PAGES, pageUrl } from '../addresses.ts';
import { account, asked, called, prepareWalk } from './walk.ts';
import { flatten } from './wechat/render.ts';
import { nameless, spoken } from './wechat/spoken.ts';
import type { WxOptions } from './wechat/wx.ts';

/** Every page of the production mini-program, and what happens around them: cards, scans, failures. */
const SCANNED = 1011;
const FROM_CARD = 1007;

const walk = prepareWalk();
const { opened, signedIn } = walk;
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
      application: { url: pageUrl('application', { id: walk.issued.id }), text: '复制核验链接' },
      password: { url: PAGES.password, text: '新密码' },
      devices: { url: PAGES.devices, text: '本设备' },
      archive: { url: PAGES.archive, text: '登记' },
      bulk: { url: PAGES.bulk, text: '批量' },
      wechat: { url: PAGES.wechat, text: '绑定' },
      inbox: { url: PAGES.inbox, text: '证明' },
      correction: { url: pageUrl('correction', { id: 999_999 }), text: '没有找到' },
      correctionForm: { url: pageUrl('correctionForm', { field: 'address' }), text: '提交更正申请' },
      tickets: { url: PAGES.tickets, text: '还没有工单' },
      ticket: { url: pageUrl('ticket', { id: 999_999 }), text: '没有找到' },
      ticketForm: { url: PAGES.ticketForm, text: '提交新工单' },
      activities: { url: PAGES.activities, text: '目前没有可以为本所律师报名的活动' },
      activity: { url: pageUrl('activity', { id: 999_999 }), text: '没有找到' },
      activitySignUp: { url: pageUrl('activitySignUp', { id: 999_999 }), text: '没有找到' },
      activityLeave: { url: pageUrl('activityLeave', { id: 999_999 }), text: '没有找到' },
      activityCode: { url: pageUrl('activityCode', { id: 999_999 }), text: '活动由律师本人报名' },
      activitySeries: { url: pageUrl('activitySeries', { id: 999_999 }), text: '没有找到' },
      activityLimits: { url: PAGES.activityLimits, text: '活动由律师本人报名' },
      firmSignUp: { url: pageUrl('firmSignUp', { id: 999_999 }), text: '没有找到' },
      firmHours: { url: PAGES.firmHours, text: '本所律师每年计入的学时' },
      hoursClaims: { url: PAGES.hoursClaims, text: '校外学时由律师本人申报' },
      hoursClaim: { url: pageUrl('hoursClaim', { id: 999_999 }), text: '校外学时由律师本人申报' },
      hoursClaimForm: { url: PAGES.hoursClaimForm, text: '校外学时由律师本人申报' },
      arrive: { url: PAGES.arrive, text: '现场签到' },
      chat: { url: PAGES.chat, text: '服务时间' },
      search: { url: PAGES.search, text: '查找' },
      notices: { url: PAGES.notices, text: '下面选择是否另外发送邮件或微信消息' },
      announcements: { url: PAGES.announcements, text: '通知公告' },
      announcement: { url: pageUrl('announcement', { id: 999_999 }), text: '没有找到' },
      contacts: { url: PAGES.contacts, text: '邮箱' },
      verify: { url: PAGES.verify, text: '用编号和核验码核验' },
      share: { url: pageUrl('share', { token: 'unknown-token-unknown' }), text: '链接无效' },
      draw: { url: pageUrl('draw', { code: 'unknown-code-unknown-c' }), text: '没有找到' },
      stopMail: { url: `${PAGES.stopMail}?t=unknown`, text: '链接不完整' },
      privacy: { url: PAGES.privacy, text: '个人信息' },
      forgotten: { url: PAGES.forgotten, text: '密码' },
      activate: { url: PAGES.activate, text: '证件号码后6位' },
      help: { url: PAGES.help, text: '向协会求助' },
      profileViews: { url: PAGES.profileViews, text: '查看记录由律师用本人的账号查询' },
      registrationForm: { url: PAGES.registrationForm, text: '登记表由律师用本人的账号打印' },
      photo: { url: PAGES.photo, text: '由律师用本人的账号办理' },
      profile: { url: PAGES.profile, text: '由律师用本人的账号办理' },
      profileSection: { url: pageUrl('profileSection', { section: 'work' }), text: '由律师用本人的账号办理' },
      profileChange: { url: pageUrl('profileChange', { section: 'work' }), text: '由律师用本人的账号办理' },
      myData: { url: PAGES.myData, text: '由律师用本人的账号查询和下载' },
      yearlyReview: { url: pageUrl('yearlyReview', { id: 999_999 }), text: '由律师用本人的账号完成' },
      firmLawyers: { url: PAGES.firmLawyers, text: '信息补全的进度' },
      joining: { url: PAGES.joining, text: '律师转入本所' },
      ownFile: { url: PAGES.ownFile, text: '由律师用本人的账号查看' },
      faq: { url: PAGES.faq, text: '常见问题' },
      signIn: { url: PAGES.signIn, text: '会员登录' },
    };
    for (const [name, { url, text }] of Object.entries(says)) {
      app.open(url);
      await app.sees(text);
      expect({ [name]: nameless(app.tree()) }).toEqual({ [name]: [] });
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

  it('says to a screen reader what each thing is, is called, and is set to', async () => {
    const app = opened();
    await app.sees('会员登录');
    expect(spoken(app.tree())).toEqual(expect.arrayContaining(['field 账号', 'field 密码', 'button 登录']));
    const member = await signedIn('6名律师');
    member.open(PAGES.apply);
    await member.tap('信息无误，下一步');
    await member.tap('律所+部分律师无行业处分');
    await member.tap('下一步：填写信息');
    await member.sees('联系邮箱');
    const nodes = flatten(member.tree());
    const of = (role: string) => nodes.filter(({ attr }) => attr.ariaRole === role).map(({ attr }) => attr);
    expect(of('radio').map(({ ariaChecked }) => ariaChecked)).toEqual(expect.arrayContaining([true, false]));
    expect(of('heading').length).toBeGreaterThan(0);
    expect(nodes.some(({ attr }) => attr.ariaRequired === true)).toBe(true);
    await member.tap('下一步：预览证明');
    await member.sees('请填写联系邮箱');
    expect(flatten(member.tree()).some(({ attr }) => attr.ariaInvalid === true)).toBe(true);
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
  it('is sent as a card with kind and picture, and nothing that a member typed, and opens for somebody without an account', async () => {
    const app = await signedIn('6名律师');
    app.open(pageUrl('application', { id: walk.issued.id }));
    await app.sees('复制核验链接');
    await app.tap('分享');
    await app.tap('新建分享链接');
    await app.sees('有效期至');
    app.type('recipient', '江海银行文华支行');
    app.type('share-purpose', '贷款');
    await app.tap('生成链接');
    await app.sees('停止分享');
    await app.tap('发送给朋友');
    const card = await app.sent('onShareAppMessage', 'button');
    expect(card).toEqual({
      title: '电子证明：律所无行业处分',
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
      title: '电子证明',
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
    const app = scan(walk.issued.verifyUrl);
    await app.sees('本协会出具');
    await app.sees('当前状态：有效');
    expect(asked(app, '/api/session')).toEqual([]);
    const token = tokenOf(walk.issued.verifyUrl);
    expect(await app.sent('onShareAppMessage')).toMatchObject({ path: pageUrl('verify', { token }) });
    expect(await app.sent('onShareTimeline')).toMatchObject({ query: `token=${token}` });
  });

  it('of somebody else is not verified', async () => {
    await scan('https://evil.example/c/abcdefghijklmnopqrstuv').sees('未能核验');
    await scan('https://evil.example/x/abcdefghijklmnopqrstuv').sees('未能核验');
  });
});

describe('when something fails', () => {
  it('without a network the page says so, and goes on after 重试', async () => {
    const app = await signedIn('6名律师');
    app.phone.isOffline = true;
    app.open(pageUrl('application', { id: walk.issued.id }));
    await app.sees('网络连接不上');
    app.phone.isOffline = false;
    await app.tap('重试');
    await app.sees('复制核验链接');
  });

  it('a session that has ended leads to the sign-in page and back to where one was', async () => {
    const app = await signedIn('曾转所');
    const bearer = (called(app, 'request').at(-1)?.options.header as Record<string, string>).authorization ?? '';
    await fetch(`${walk.server.origin}/api/session`, { method: 'DELETE', headers: { authorization: bearer } });
    app.open(PAGES.devices);
    await app.sees('会员登录');
    const { login, password } = account('曾转所');
    app.type('login', login);
    app.type('password', password);
    await app.tap('登录');
    await app.sees('本设备');
  });
});
