import { describe, expect, it } from '@jest/globals';
import { DEMO_STAFF } from '../../scripts/seed/demo-accounts.ts';
import { PAGES, pageUrl } from '../addresses.ts';
import { changeSettings } from './member-api.ts';
import { account, asked, called, prepareWalk } from './walk.ts';
import { until } from './weapp-runtime.ts';

/** What members do with WeChat's own means in the production mini-program: agree, choose files, pay. */
const walk = prepareWalk();
const { opened, signedIn } = walk;

describe('privacy', () => {
  it('is asked for before a file is chosen; refused, the rest goes on; agreed to, it is not asked again', async () => {
    const chatFiles = [{ name: '证明.pdf', bytes: walk.issued.pdf }];
    const app = opened({ opened: { url: PAGES.verify, scene: 1001 }, chatFiles });
    await app.tap('选择文件 Choose a file');
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

    await app.tap('选择文件 Choose a file');
    await app.tap('阅读《隐私保护指引》');
    await app.sees('处理哪些信息，为什么处理');
    expect(app.text()).not.toContain('隐私保护提示');
    app.back();
    await app.sees('隐私保护提示');
    await app.tap('同意并继续');
    await app.sees('本协会出具');
    await app.tap('选择文件 Choose a file');
    await until(
      () => called(app, 'chooseMessageFile').length === 2 || undefined,
      () => 'no file was chosen again',
    );
    expect(app.text()).not.toContain('隐私保护提示');
  });

  it('agreed to before signing in is on record afterwards, and can be taken back', async () => {
    const app = opened({
      loginCode: () => walk.server.wechatCode('login', 'qinghe'),
      phoneCode: () => walk.server.wechatCode('phone', 'qinghe'),
    });
    await app.sees('会员登录');
    const { login, password } = account('6名律师');
    await app.tap('用登记的手机号登录（先输入密码）');
    await app.sees('请先在上面输入密码');
    app.type('password', password);
    await app.sees('用登记的手机号和密码登录并绑定');
    await app.tap('用登记的手机号和密码登录并绑定');
    await app.sees('隐私保护提示');
    await app.tap('同意并继续');
    await app.sees('此手机号没有对应到唯一的会员');
    app.type('login', login);
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
      async () => ((await walk.firm.get('/privacy-consents')) as unknown[]).length > 0 || undefined,
      () => 'nothing is on record',
    );
    await app.tap('撤回同意');
    await app.sees('本设备尚未同意');
    expect(JSON.stringify(await walk.firm.get('/privacy-consents'))).toMatch(/"withdrawnAt":"2/);
  });

  it('an attachment keeps its name, whatever WeChat calls its copy', async () => {
    const app = await signedIn('执业连续', { chatFiles: [{ name: '委托书.pdf', bytes: walk.issued.pdf }] });
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
    const { login, password } = DEMO_STAFF.find(({ roles }) => roles.includes('administrator')) ?? {
      login: '',
      password: '',
    };
    await changeSettings(walk.server.origin, { login, password }, { copyFeeFen: 500 });
    const { id } = await walk.firm.issue({ pickup: 'collect', copies: 2 });
    const person = 'zhiyuan';
    const paid: string[] = [];
    const app = await signedIn('6名律师', {
      loginCode: () => walk.server.wechatCode('login', person),
      pays: (order) => {
        paid.push(order);
        return walk.server.command('pay', { person, order });
      },
    });
    app.open(pageUrl('application', { id: id }));
    await app.sees('10.00 元');
    await app.tap('微信支付');
    await app.sees('缴费记录');
    expect(paid).toHaveLength(1);
    expect(called(app, 'requestPayment')).toHaveLength(1);
    expect(app.text()).not.toContain('应缴金额');
    await app.tap('下载缴费收据');
    const receipt = await until(
      () => called(app, 'openDocument')[0],
      () => `no receipt was shown; the page shows: ${app.text()}`,
    );
    expect(receipt.options).toMatchObject({ fileType: 'pdf', showMenu: true });
  });

  it('that is given up leaves everything as it was', async () => {
    const { id } = await walk.firm.issue({ pickup: 'collect', copies: 1 });
    const person = 'shuning';
    const app = await signedIn('6名律师', { loginCode: () => walk.server.wechatCode('login', person) });
    app.open(pageUrl('application', { id: id }));
    await app.tap('微信支付');
    await until(
      () => called(app, 'requestPayment')[0],
      () => `WeChat was not asked; the page shows: ${app.text()}`,
    );
    await app.sees('微信支付');
    await app.sees('应缴金额');
  });
});
