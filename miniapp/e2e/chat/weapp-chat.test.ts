import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PAGES } from '../../addresses.ts';
import { openDesk, type DeskApi } from './desk-api.ts';
import { called, prepareWalk } from '../walk.ts';
import { until, type MiniProgram } from '../weapp-runtime.ts';

/** 联系客服 in the production mini-program, to the background and back, and through a lift without a network. */
const walk = prepareWalk();
let desk: DeskApi;
beforeAll(async () => {
  desk = await openDesk(walk.server.origin);
}, 600_000);
afterAll(() => desk.close());

/** What the page says to this, in the order in which it stands there. */
const order = (app: MiniProgram, words: readonly string[]) =>
  [...words].sort((a, b) => app.text().indexOf(a) - app.text().indexOf(b));
const timesOf = (app: MiniProgram, words: string) => app.text().split(words).length - 1;
const opened = (app: MiniProgram) => called(app, 'connectSocket').length;

async function say(app: MiniProgram, words: string): Promise<void> {
  app.type('chat-text', words);
  await app.tap('发送');
}

describe('a talk', () => {
  it('begins, is answered, goes to the background and comes back with everything that was said meanwhile', async () => {
    const app = await walk.signedIn('6名律师');
    app.open(PAGES.chat);
    await app.sees('客服在线');
    app.type('chat-subject', '转所以后');
    await app.tap('开始咨询');
    // WeChat asks for the permission to tell of answers, in answer to the tap.
    expect(called(app, 'requestSubscribeMessage').map(({ options }) => options.tmplIds)).toEqual([
      [expect.stringContaining('answered')],
    ]);
    await app.sees('前面没有人，客服即将接入');
    const id = await desk.takeNext();
    await app.sees('为您服务');
    await say(app, '新证什么时候生效');
    await app.sees('已送达');
    await desk.say(id, '请问新所是哪一家？');
    await app.sees('请问新所是哪一家？');
    expect(opened(app)).toBe(1);

    app.app.hide();
    await desk.say(id, '您还在吗？');
    await desk.say(id, '请上传新证。');
    app.app.show();
    await app.sees('请上传新证。');
    expect(opened(app)).toBe(2);
    const all = ['新证什么时候生效', '请问新所是哪一家？', '您还在吗？', '请上传新证。'];
    expect(order(app, all)).toEqual(all);
    expect(all.map((words) => timesOf(app, words))).toEqual([1, 1, 1, 1]);
  });

  it('keeps what is typed in a lift without a network, sends it in order and once, and has the answer on return', async () => {
    const app = await walk.signedIn('无处分');
    app.open(PAGES.chat);
    await app.tap('开始咨询');
    await app.sees('前面没有人，客服即将接入');
    const id = await desk.takeNext();
    await app.sees('为您服务');
    app.phone.isOffline = true;
    const typed = ['第一句在电梯里', '第二句在电梯里', '第三句在电梯里'];
    for (const words of typed) await say(app, words);
    await app.sees('未发出，正在重试');
    await desk.say(id, '电梯里的答复');
    expect(await desk.said(id)).toEqual(['电梯里的答复']);
    app.phone.isOffline = false;
    app.app.hide();
    app.app.show();
    await until(
      async () => ((await desk.said(id)).length >= 4 ? true : undefined),
      () => 'not everything was sent',
    );
    await app.sees('电梯里的答复');
    await until(
      () => (app.text().includes('未发出') ? undefined : true),
      () => app.text(),
    );
    expect(await desk.said(id)).toEqual(['电梯里的答复', ...typed]);
    for (const words of [...typed, '电梯里的答复']) expect(timesOf(app, words)).toBe(1);
    expect(order(app, typed)).toEqual(typed);
  });
});
