import { beforeEach, describe, expect, test } from '@jest/globals';
import { noticeChoiceEndpoints } from '../../../contract/notice-choices/endpoints.ts';
import { wechatEndpoints } from '../../../contract/wechat/endpoints.ts';
import { env } from '../../../env.ts';
import { advanceClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { makeTalk, say, useChatMorning } from '../../../test/factories/chat.ts';
import { givePassword, makeFirm } from '../../../test/factories/registry.ts';
import { doDueWork, sendDueMail, useOffice } from '../../../test/office.ts';
import { useSandbox } from '../../../test/sandbox.ts';
import '../../../models.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { Message } from '../../outbox/model.ts';
import { touchDesk } from '../live/touch.ts';
import { Chat } from '../model.ts';
import { endChat } from '../talk/close-chat.ts';
import { markRead } from '../talk/mark-read.ts';
import { tellWhoLeft } from './tell-left.ts';

/** 客服回复提醒: who does not look is told that there is an answer, in the inbox and by WeChat. */
useOffice();
useChatMorning();
const outside = useSandbox();
const api = useApi();
const MINUTE = 60_000;
const PASSWORD = 'lvzheng2026';
let firmId: number;
let login: string;

beforeEach(async () => {
  const firm = await makeFirm();
  [firmId, login] = [firm.id, firm.licenceNo];
  await givePassword({ firmId }, PASSWORD);
  await Message.destroy({ where: {} });
  await outside.command('calm');
});

const inbox = () => InboxEntry.findAll({ where: { memberKind: 'firm', memberId: firmId, event: 'chat_answered' } });
const work = async () => {
  await doDueWork();
  await sendDueMail();
};

describe('in the inbox', () => {
  test('whoever left just before the answer is told a little later, once; who has read it is not', async () => {
    const { id, desk } = await makeTalk({ firmId });
    const other = await makeTalk({ firmId: (await makeFirm()).id });
    advanceClock(MINUTE);
    // Their pages may still be open: nobody is told yet.
    await say(desk.actor, id, '机密答复');
    const { seq } = await say(other.desk.actor, other.id, '另一处的答复');
    await markRead({ actor: other.member, id: other.id, seq });
    await tellWhoLeft();
    expect(await inbox()).toHaveLength(0);
    advanceClock(2 * MINUTE);
    for (let time = 0; time < 2; time++) await Promise.all([tellWhoLeft(), tellWhoLeft()]);
    await say(desk.actor, id, '又一句');
    const [entry, ...more] = await inbox();
    expect([entry?.page, more.length, JSON.stringify(entry).includes('机密')]).toEqual(['chat', 0, false]);
    expect(
      await InboxEntry.count({ where: { memberId: other.member.kind === 'firm' ? other.member.firmId : 0 } }),
    ).toBe(0);
  });

  test('also where the talk has ended since; where the member spoke last there is no answer to tell of', async () => {
    const { id, desk } = await makeTalk({ firmId });
    await say(desk.actor, id, '答复');
    await endChat({ actor: desk.actor, id });
    const asked = await makeTalk({ firmId: (await makeFirm()).id });
    await say(asked.desk.actor, asked.id, '请问是哪一年的？');
    await say(asked.member, asked.id, '去年的');
    advanceClock(2 * MINUTE);
    await tellWhoLeft();
    await tellWhoLeft();
    expect(await inbox()).toHaveLength(1);
    expect(await Chat.count({ where: { toldAt: null } })).toBe(1);
  });
});

describe('by WeChat', () => {
  const template = () => (env.WECHAT_TEMPLATE_ANSWERED ?? '').split(':')[0] ?? '';
  const allow = () => outside.command('allow', { person: 'zhiyuan', template: template() });
  const arrived = async () => (await outside.state()).messages.filter(({ templateId }) => templateId === template());
  async function bound(): Promise<void> {
    const proof = { code: await outside.code('login', 'zhiyuan') };
    await api.call(wechatEndpoints.bindWechat, { body: { proof, login, password: PASSWORD, tokenIn: 'reply' } });
  }
  /** An answer to somebody who left two minutes ago. */
  async function answered(words: string) {
    const talk = await makeTalk({ firmId });
    advanceClock(2 * MINUTE);
    await touchDesk(talk.desk.actor.accountId);
    await say(talk.desk.actor, talk.id, words);
    return talk;
  }

  test('who allowed it once is told once, of a page that exists, and never what was said', async () => {
    await bound();
    await allow();
    await allow();
    const before = (await arrived()).length;
    const { id, desk } = await answered('机密答复');
    await Promise.all([say(desk.actor, id, '机密二'), say(desk.actor, id, '机密三')]);
    await tellWhoLeft();
    await work();
    await work();
    const [message, ...more] = await arrived();
    expect(more).toHaveLength(before);
    expect(message).toMatchObject({ page: 'desk/chat/index?' });
    expect(JSON.stringify(message)).toContain('在线咨询');
    expect(JSON.stringify(message)).not.toContain('机密');
  });

  test('an outage loses nothing and doubles nothing; who wants none of this kind gets none', async () => {
    await bound();
    await allow();
    const before = (await arrived()).length;
    await outside.command('trouble', { where: 'wechat', kind: 'error', times: 1000 });
    await answered('答复');
    await work();
    expect(await arrived()).toHaveLength(before);
    await outside.command('calm');
    for (let times = 0; times < 6; times++) {
      advanceClock(10 * MINUTE);
      await work();
    }
    expect(await arrived()).toHaveLength(before + 1);
    await Chat.update({ state: 'closed', closedAt: 1, openedAt: 0 }, { where: {} });
    await allow();
    const as = await memberToken({ firmId });
    const choice = { kind: 'ticket', byMail: true, byWechat: false };
    expect((await api.call(noticeChoiceEndpoints.chooseNotice, { as, body: choice })).status).toBe(200);
    await answered('另一次答复');
    await work();
    expect(await arrived()).toHaveLength(before + 1);
    expect(await inbox()).toHaveLength(2);
  });
});
