import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import { chatEndpoints } from '../../../contract/chat/endpoints.ts';
import { HOUR_MS } from '../../../contract/dates.ts';
import { TEXT_DOUBTS } from '../../../contract/text-doubts.ts';
import { ticketEndpoints as tickets } from '../../../contract/tickets/endpoints.ts';
import type { TicketDetail } from '../../../contract/tickets/replies.ts';
import { wechatEndpoints } from '../../../contract/wechat/endpoints.ts';
import { advanceClock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { givePassword, makeFirm, staffActor } from '../../../test/factories/registry.ts';
import { useSandbox } from '../../../test/sandbox.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import { readNewestSettings } from '../../settings/read-settings.ts';
import { updateSettings } from '../../settings/update-settings.ts';
import { TicketMessage } from '../model.ts';

useDatabase();
const outside = useSandbox();
const api = useApi();
beforeAll(() => installShippedHolidays());
beforeEach(() => freezeClock('2026-12-07T10:00:00+08:00'));
afterEach(async () => {
  releaseClock();
  await outside.command('calm');
});

/** Somebody who is signed in by WeChat in the mini-program. */
async function inMiniProgram(): Promise<string> {
  const { id: firmId, licenceNo: login } = await makeFirm();
  await givePassword({ firmId }, 'lvzheng2026');
  const body = { proof: { code: await outside.code('login') }, tokenIn: 'reply', login, password: 'lvzheng2026' };
  return String((await api.call(wechatEndpoints.bindWechat, { body })).json['token']);
}
const inBrowser = async () => memberToken({ firmId: (await makeFirm()).id });
const FORM = { category: 'other', title: '纸质证明何时可以领取', idempotencyKey: '' };
const open = (as: string, body: string, more: object = {}) =>
  api.call(tickets.openTicket, { as, body: { ...FORM, body, idempotencyKey: newKey(), ...more } });
const add = (as: string, id: unknown, body: string) =>
  api.call(tickets.addToTicket, { as, params: { id: Number(id) }, body: { body, idempotencyKey: newKey() } });
const doubts = async (id: unknown) => {
  const as = await staffToken('service');
  const seen = (await api.call(tickets.showTicket, { as, params: { id: Number(id) } })).json as unknown as TicketDetail;
  return seen.messages.map(({ doubt }) => doubt);
};
const checked = async () =>
  (await outside.state()).happenings.filter(({ what }) => what === '/wxa/msg_sec_check').map(({ result }) => result);
const RISKY = '请告诉我六合彩的开奖号码，谢谢。';
const FINE = '上周申请的纸质证明，请问何时可以领取？';

describe('in the mini-program', () => {
  test('what WeChat calls risky is not taken, and nothing of it is kept', async () => {
    const as = await inMiniProgram();
    const refused = await open(as, RISKY);
    expect([refused.status, refused.json.error?.fields]).toEqual([
      422,
      { body: '内容没有通过微信的内容安全检查，请修改后再提交；确需说明的，请拨打服务热线' },
    ]);
    const { id } = (await open(as, FINE)).json;
    expect((await add(as, id, RISKY)).status).toBe(422);
    expect(await TicketMessage.count({ where: { body: RISKY } })).toBe(0);
    expect(await doubts(id)).toEqual([null]);
    const body = { clientId: '00000000-0000-4000-8000-000000000015', kind: 'text', text: RISKY };
    // Looked at before the talk is: whoever is there reads it, and nobody has to be.
    const said = await api.call(chatEndpoints.sendOwnChatMessage, { as, params: { id: 1 }, body });
    expect([said.status, Object.keys(said.json.error?.fields ?? {})]).toEqual([422, ['text']]);
  });

  test('what it leaves to people, and what it did not answer about, stands marked for the staff alone', async () => {
    const as = await inMiniProgram();
    const { id } = (await open(as, '有人让我加微信领补贴，请问是不是协会发的？')).json;
    for (const kind of ['error', 'hang']) {
      await outside.command('trouble', { where: 'wechat', kind, times: 1 });
      expect((await add(as, id, FINE)).status).toBe(200);
    }
    expect((await add(as, id, FINE)).status).toBe(200);
    expect(await doubts(id)).toEqual(['doubtful', 'unchecked', 'unchecked', null]);
    const own = await api.call(tickets.showOwnTicket, { as, params: { id: Number(id) } });
    for (const word of [...Object.keys(TEXT_DOUBTS), 'doubt']) expect(JSON.stringify(own.json)).not.toContain(word);
  });

  test('an identity number does not reach WeChat; hours after the last visit the own list has to do', async () => {
    const as = await inMiniProgram();
    const asked: string[] = [];
    const real = globalThis.fetch;
    globalThis.fetch = (to, init) => {
      const url = to instanceof Request ? to.url : to.toString();
      if (url.includes('/wxa/msg_sec_check') && typeof init?.body === 'string') asked.push(init.body);
      return real(to, init);
    };
    try {
      const { id } = (await open(as, '登记的证件号码不对，应为 11010519491231002X，请更正。')).json;
      expect(asked).toHaveLength(1);
      expect(asked[0]).toContain('登记的证件号码不对');
      expect(asked[0]).not.toContain('19491231');
      advanceClock(2 * HOUR_MS + 1);
      expect((await add(as, id, FINE)).status).toBe(200);
      expect((await checked())[0]).toMatch(/^61010 /);
      expect(await doubts(id)).toEqual([null, null]);
    } finally {
      globalThis.fetch = real;
    }
  });
});

describe('the association’s own list', () => {
  test('holds for everybody, whatever stands between the characters, and for help before sign-in', async () => {
    const before = await checked();
    const as = await inBrowser();
    const refused = await open(as, FINE, { title: '代 开 发 票，量大从优' });
    expect([refused.status, refused.json.error?.fields]).toEqual([
      422,
      { title: '内容中有不能提交的词语“代开发票”，请修改后再提交' },
    ]);
    expect((await open(as, `${FINE}代\n开发票`)).status).toBe(422);
    expect((await open(as, RISKY)).status).toBe(200);
    // Of what is written in a browser WeChat is told nothing.
    expect(await checked()).toEqual(before);
  });

  test('is the association’s to change', async () => {
    const as = await inBrowser();
    const settings = { ...(await readNewestSettings()), blockedWords: ['领取'] };
    await updateSettings({ actor: staffActor('administrator'), settings });
    expect((await open(as, FINE)).status).toBe(422);
    await updateSettings({
      actor: staffActor('administrator'),
      settings: { ...(await readNewestSettings()), blockedWords: [] },
    });
    expect((await open(as, FINE)).status).toBe(200);
  });
});
