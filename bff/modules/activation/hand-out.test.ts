import { describe, expect, test } from '@jest/globals';
import { activationEndpoints as endpoints } from '../../contract/activation/endpoints.ts';
import { staffEndpoints } from '../../contract/staff/endpoints.ts';
import { changeEndpoints, type ChangeRow } from '../../contract/two-person/endpoints.ts';
import { clock } from '../../platform/clock/clock.ts';
import { accountOf, NEXT, useNewcomer } from '../../test/factories/newcomer.ts';
import { useOffice } from '../../test/office.ts';
import { pdfText } from '../../test/pdf.ts';
import { givePassword, makeFirm } from '../../test/factories/registry.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { Message } from '../outbox/model.ts';
import { Firm } from '../registry/model.ts';

useOffice();
const scene = useNewcomer();
const { api, open, doTexts, texts } = scene;

describe('staff', () => {
  test('print letters by name, with codes that open', async () => {
    const firm = await makeFirm({ personInCharge: '顾长河' });
    const accountIds = [(await accountOf({ firmId: firm.id })).id, (await accountOf({ lawyerId: scene.lawyer.id })).id];
    const letter = await api.call(endpoints.printActivations, { as: scene.registrar, body: { accountIds } });
    expect(letter.status).toBe(200);
    const printed = pdfText(letter.bytes).replace(/\s+/g, ' ');
    expect(printed).toContain('本人亲启');
    const codes = printed.match(/[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}/g) ?? [];
    expect(codes).toHaveLength(2);
    expect((await open({ login: firm.licenceNo, lastSix: '', code: codes[0] })).status).toBe(200);
    expect((await open({ code: codes[1] })).status).toBe(200);
    const again = await api.call(endpoints.printActivations, { as: scene.registrar, body: { accountIds } });
    expect(again).toMatchObject({ status: 409, json: { error: { message: expect.stringContaining('已经开通') } } });
  });

  test('send firms their codes by mail and text, lawyers never; a contact that is new gets none', async () => {
    const firm = await makeFirm({ phone: scene.phone, email: 'head@example.com' });
    const fresh = await makeFirm();
    await Firm.update({ emailChangedAt: clock.now() }, { where: { id: fresh.id } });
    const ids = [await accountOf({ firmId: firm.id }), await accountOf({ firmId: fresh.id })].map(({ id }) => id);
    const own = await accountOf({ lawyerId: scene.lawyer.id });
    const sent = await api.call(endpoints.sendActivations, {
      as: scene.registrar,
      body: { accountIds: [...ids, own.id], by: 'email' },
    });
    const faults = (sent.json['results'] as { fault: string | null }[]).map(({ fault }) => fault);
    expect(faults).toEqual([null, expect.stringContaining('未满7天'), expect.stringContaining('本人')]);
    expect(await Message.count({ where: { template: 'activation_code', recipient: 'head@example.com' } })).toBe(1);
    await api.call(endpoints.sendActivations, { as: scene.registrar, body: { accountIds: [ids[0]], by: 'sms' } });
    await doTexts();
    const [text] = await texts(scene.phone);
    const code = text?.params.join('-') ?? '';
    expect((await open({ login: firm.licenceNo, lastSix: '', code })).status).toBe(200);
  });

  test('send none of an account that was taken back to a contact, and who asked for that hands none out', async () => {
    const firm = await makeFirm({ phone: scene.number('1995'), email: 'taken@example.com' });
    await givePassword({ firmId: firm.id }, NEXT);
    const asked = { kind: 'firm', id: firm.id, reason: '联系方式均已停用', by: 'activation' };
    const answer = await api.call(staffEndpoints.resetMemberPassword, { as: scene.registrar, body: asked });
    const waiting = answer.json['waiting'] as ChangeRow;
    const as = await staffToken('administrator');
    expect((await api.call(changeEndpoints.confirmChange, { as, params: { id: waiting.id } })).status).toBe(200);
    const { id } = await accountOf({ firmId: firm.id });
    for (const by of ['email', 'sms']) {
      const sent = await api.call(endpoints.sendActivations, { as, body: { accountIds: [id], by } });
      expect(sent.json['results']).toEqual([{ accountId: id, fault: expect.stringContaining('当面') }]);
    }
    const letters = { body: { accountIds: [id] } };
    const refusal = await api.call(endpoints.printActivations, { as: scene.registrar, ...letters });
    // Of a batch the one is named.
    expect(refusal).toMatchObject({ status: 409, json: { error: { message: expect.stringContaining(firm.name) } } });
    expect((await api.call(endpoints.printActivations, { as, ...letters })).status).toBe(200);
  });

  test('send no code to set another password by to an account that nobody has opened', async () => {
    const body = { kind: 'lawyer', id: scene.lawyer.id, reason: '本人到场', by: 'email' };
    const answer = await api.call(staffEndpoints.resetMemberPassword, { as: scene.registrar, body });
    expect(answer).toMatchObject({ status: 409, json: { error: { message: expect.stringContaining('开通码') } } });
  });
});
