import { describe, expect, test } from '@jest/globals';
import { activationEndpoints as endpoints } from '../../../contract/activation/endpoints.ts';
import { registryEndpoints } from '../../../contract/registry/endpoints.ts';
import { advanceClock } from '../../../platform/clock/clock.ts';
import { DAY, NEXT, useNewcomer } from '../../../test/factories/newcomer.ts';
import { useOffice } from '../../../test/office.ts';
import { givePassword, lawyerData, makeFirm } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { Account } from '../../accounts/model.ts';
import { ContactChange } from './contact-change-model.ts';
import { Message } from '../../outbox/model.ts';
import { Lawyer } from '../model.ts';

useOffice();
const scene = useNewcomer();
const { api, open, askFor, doTexts, texts, textedCode } = scene;

describe('a mobile number that was changed', () => {
  const change = async (as: string, more: object) => {
    const { id, version } = await scene.lawyer.reload();
    const { version: _v, identityNumber: _n, ...input } = lawyerData({ licenceNo: scene.lawyer.licenceNo });
    return api.call(registryEndpoints.updateLawyer, {
      as,
      params: { id },
      body: { ...input, phone: scene.phone, ...more, version },
    });
  };
  const NEW = () => scene.number('1994');

  test('of an account in use opens nothing for 7 days; the old number is told', async () => {
    await givePassword({ lawyerId: scene.lawyer.id }, NEXT);
    expect((await change(scene.registrar, { phone: NEW() })).status).toBe(200);
    expect((await scene.lawyer.reload()).phone).toBe(NEW());
    await doTexts();
    expect((await texts(scene.phone))[0]?.words).toContain('登记的联系方式有变更');
    expect((await texts(NEW())).length).toBe(0);
    // As if it had never been used.
    await Account.update({ passwordHash: null }, { where: { lawyerId: scene.lawyer.id } });
    await askFor(scene.lawyer.licenceNo);
    await doTexts();
    expect((await texts(NEW())).length).toBe(0);
    advanceClock(7 * DAY);
    await askFor(scene.lawyer.licenceNo);
    await doTexts();
    expect((await texts(NEW())).length).toBe(1);
  });

  test('of an account nobody has used waits for a second person, and then 7 days', async () => {
    expect((await change(scene.registrar, { phone: NEW() })).status).toBe(200);
    expect((await scene.lawyer.reload()).phone).toBe(scene.phone);
    await doTexts();
    expect((await texts(scene.phone))[0]?.words).toContain('登记的联系方式有变更');
    const list = async (as: string) =>
      (await api.call(endpoints.listContactChanges, { as })).json['items'] as { id: number; mayDecide: boolean }[];
    const [waiting] = (await list(scene.registrar)).slice(-1);
    expect(waiting).toMatchObject({ newValue: NEW(), mayDecide: false });
    const decide = (as: string) =>
      api.call(endpoints.decideContactChange, { as, params: { id: waiting!.id }, body: { isConfirmed: true } });
    expect((await decide(scene.registrar)).status).toBe(403);
    const second = await staffToken('registrar');
    const both = await Promise.all([decide(second), decide(await staffToken('registrar'))]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await scene.lawyer.reload()).phone).toBe(NEW());
    await askFor(scene.lawyer.licenceNo);
    await doTexts();
    expect((await texts(NEW())).length).toBe(0);
  });

  test('of a head whose own account is in use waits as well while nobody has used the firm’s: it opens that one', async () => {
    const firm = await makeFirm({ personInCharge: scene.lawyer.name });
    await scene.lawyer.update({ firmId: firm.id });
    await givePassword({ lawyerId: scene.lawyer.id }, NEXT);
    const wish = { phone: NEW(), firmId: firm.id, name: scene.lawyer.name };
    expect((await change(scene.registrar, wish)).status).toBe(200);
    expect((await scene.lawyer.reload()).phone).toBe(scene.phone);
    await givePassword({ firmId: firm.id }, NEXT);
    expect((await change(scene.registrar, wish)).status).toBe(200);
    expect((await scene.lawyer.reload()).phone).toBe(NEW());
  });

  test('an e-mail address waits as well, and who has it is told', async () => {
    expect((await change(scene.registrar, { email: 'thief@example.com' })).status).toBe(200);
    expect((await scene.lawyer.reload()).email).toBe('lawyer@example.com');
    expect(await ContactChange.count({ where: { newValue: 'thief@example.com', state: 'waiting' } })).toBe(1);
    await doTexts();
    expect((await texts(scene.phone))[0]?.words).toContain('登记的联系方式有变更');
  });

  test('a code that was sent to the old number opens nothing once the number is another one', async () => {
    const code = await textedCode();
    await Lawyer.update({ phone: NEW() }, { where: { id: scene.lawyer.id } });
    expect((await open({ code })).status).toBe(422);
  });

  test('flipped back and forth leaves one notice on its way to each contact, in the newest words', async () => {
    await givePassword({ lawyerId: scene.lawyer.id }, NEXT);
    await doTexts();
    const mail = `owner${scene.phone}@example.com`;
    await scene.lawyer.update({ email: mail });
    for (let i = 0; i < 6; i++) {
      const flipped = { phone: i % 2 === 0 ? '19940009999' : scene.phone, email: mail };
      expect((await change(scene.registrar, flipped)).status).toBe(200);
    }
    const waiting = (recipient: string) => Message.findAll({ where: { recipient, state: 'waiting' } });
    const [notice, ...others] = await waiting(mail);
    expect(others).toEqual([]);
    expect(notice?.data['detail']).toMatch(/^登记的手机号由 199\*{4}9999 改为/);
    expect(await waiting(scene.phone)).toHaveLength(1);
    // Of another matter nothing is lost.
    await change(scene.registrar, { phone: scene.phone, email: 'other@example.com' });
    expect((await waiting(mail)).map(({ data }) => data['about'])).toEqual(['phone', 'email']);
  });

  test('a wish that is refused leaves everything as it was', async () => {
    await change(scene.registrar, { phone: NEW() });
    const { id } = await ContactChange.findOne({ order: [['id', 'DESC']], rejectOnEmpty: true });
    const as = await staffToken('registrar');
    const refused = await api.call(endpoints.decideContactChange, { as, params: { id }, body: { isConfirmed: false } });
    expect(refused.status).toBe(200);
    expect((await scene.lawyer.reload()).phone).toBe(scene.phone);
  });
});
