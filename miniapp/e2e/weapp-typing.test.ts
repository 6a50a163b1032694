import { describe, expect, it } from '@jest/globals';
import { PAGES, pageUrl } from '../addresses.ts';
import { prepareWalk } from './walk.ts';
import { SLOWEST_SET_DATA_MS, type MiniProgram } from './weapp-runtime.ts';

/** Typing on a telephone whose pages answer late: every field shows every key. */
const walk = prepareWalk();

/** Each one later or earlier than the one before, and in the same order in every run. */
function uneven(): () => number {
  const late = [0, 60, SLOWEST_SET_DATA_MS, 20, 120];
  let turn = 0;
  return () => late[turn++ % late.length] ?? 0;
}

/** Types into every field that the page has, one after the other. */
async function typeEverywhere(app: MiniProgram): Promise<void> {
  const ids = app.fields();
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) {
    const before = app.shown(id);
    await app.typeKeys(id, '2449919950');
    expect({ id, shown: app.shown(id) }).toEqual({ id, shown: `${before}2449919950` });
  }
}

describe('typing key by key, with setData up to 200 ms late, loses nothing', () => {
  it('on the pages for everybody', async () => {
    const app = walk.opened({ setDataMs: uneven() });
    await app.sees('会员登录');
    await typeEverywhere(app);
    for (const [url, text] of [
      [PAGES.verify, '用编号和核验码核验'],
      [PAGES.activate, '证件号码后6位'],
      [PAGES.forgotten, '密码'],
    ] as const) {
      app.open(url);
      await app.sees(text);
      await typeEverywhere(app);
    }
  });

  it('on the pages of a member', async () => {
    const app = await walk.signedIn('6名律师', { setDataMs: uneven() });
    for (const [url, text] of [
      [PAGES.password, '新密码'],
      [PAGES.bulk, '联系邮箱'],
      [PAGES.ticketForm, '问题描述'],
      [pageUrl('correctionForm', { field: 'address' }), '提交更正申请'],
    ] as const) {
      app.open(url);
      await app.sees(text);
      await typeEverywhere(app);
    }
    app.open(PAGES.contacts);
    await app.tap('确认邮箱');
    await app.sees('登录密码');
    await typeEverywhere(app);
    app.open(pageUrl('application', { id: walk.issued.id }));
    await app.sees('复制核验链接');
    await app.tap('分享');
    await app.tap('新建分享链接');
    await app.sees('有效期至');
    await typeEverywhere(app);
    app.open(PAGES.apply);
    await app.tap('信息无误，下一步');
    await app.tap('律所+部分律师无行业处分');
    await app.tap('下一步：填写信息');
    await app.sees('联系邮箱');
    await typeEverywhere(app);
  });
});
