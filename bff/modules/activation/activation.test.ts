import { describe, expect, test } from '@jest/globals';
import { activationEndpoints as endpoints } from '../../contract/activation/endpoints.ts';
import { env } from '../../env.ts';
import { advanceClock, clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { memberToken } from '../../test/api.ts';
import { accountOf, DAY, NEXT, useNewcomer, withoutId } from '../../test/factories/newcomer.ts';
import { useOffice } from '../../test/office.ts';
import { givePassword, lawyerData, makeFirm, makeLawyer } from '../../test/factories/registry.ts';
import { Session } from '../accounts/model.ts';
import { takeCode } from '../sign-in/contacts/sent-code.ts';
import { AuditEntry } from '../audit/model.ts';
import { Message } from '../outbox/model.ts';
import { Firm, Lawyer } from '../registry/model.ts';
import { ActivationCode } from './model.ts';

useOffice();
const scene = useNewcomer();
const { api, sandbox, open, askFor, doTexts, texts, textedCode, handedCode, signIn } = scene;

describe('a lawyer', () => {
  test('opens the account by the last six and a code to the registered mobile, and signs in', async () => {
    const code = await textedCode();
    expect((await open({ code })).status).toBe(200);
    expect((await signIn(scene.lawyer.licenceNo)).status).toBe(200);
    expect(await AuditEntry.count({ where: { action: 'account.activated' } })).toBe(1);
  });

  test('not by the code alone, nor by the last six alone; whoever has not the last six uses up no tries', async () => {
    const code = await textedCode();
    for (let i = 0; i < 8; i++) expect((await open({ lastSix: '000000', code: '000000' })).status).toBe(422);
    expect((await open({ lastSix: '000000', code })).status).toBe(422);
    expect((await open({ lastSix: '', code })).status).toBe(422);
    expect((await open({ code: '000000' })).status).toBe(422);
    expect((await open({ code })).status).toBe(200);
  });

  test('a text opens it only where it was asked for: who has asked elsewhere does not guess it, even when right', async () => {
    const code = await textedCode();
    const body = { login: scene.lawyer.licenceNo, lastSix: scene.lastSix };
    const { json } = await api.call(endpoints.requestActivationText, { body });
    for (let i = 0; i < 10; i++) {
      expect((await open({ code, codeTicket: undefined })).status).toBe(422);
      expect((await open({ code, codeTicket: String(json['codeTicket']) })).status).toBe(422);
    }
    expect((await open({ code })).status).toBe(200);
  });

  test('a code stands five wrong tries, ten minutes, and one use', async () => {
    const code = await textedCode();
    const wrong = code === '123456' ? '654321' : '123456';
    for (let i = 0; i < 5; i++) await open({ code: wrong });
    expect((await open({ code })).status).toBe(422);
    advanceClock(61_000);
    const second = await textedCode();
    advanceClock(10 * 60_000);
    expect((await open({ code: second })).status).toBe(422);
    expect((await accountOf({ lawyerId: scene.lawyer.id })).passwordHash).toBeNull();
  });

  test('no text goes out for wrong last six, for an opened account, and for a stranger; the answers are the same', async () => {
    const opened = await makeLawyer({ phone: scene.number('1993') });
    await givePassword({ lawyerId: opened.id }, NEXT);
    const answers = [
      await askFor(scene.lawyer.licenceNo, '000000'),
      await askFor(opened.licenceNo),
      await askFor('10000000000000000'),
    ];
    for (const answer of answers) expect(withoutId(answer)).toEqual(withoutId(answers[0]!));
    await doTexts();
    expect(await texts(scene.phone)).toEqual([]);
    expect(await texts(opened.phone)).toEqual([]);
    expect(withoutId(await askFor(scene.lawyer.licenceNo))).toEqual(withoutId(answers[0]!));
  });

  test('opens it by an activation code and the last six; every registered contact is told', async () => {
    const code = await handedCode({ lawyerId: scene.lawyer.id });
    expect(code).toMatch(/^([a-z0-9]{4}-){3}[a-z0-9]{4}$/);
    await doTexts();
    expect((await texts(scene.phone))[0]?.words).toContain('账号开通码已发放');
    advanceClock(61_000);
    expect((await open({ code, lastSix: '000000' })).status).toBe(422);
    expect((await open({ code: code.toUpperCase().replaceAll('-', ' ') })).status).toBe(200);
    expect((await open({ code })).status).toBe(422);
    const openedAt = clock.now();
    // By mail at once; by text when the next notice to the number has its turn.
    advanceClock(3_600_000);
    await doTexts();
    expect((await texts(scene.phone))[0]?.words).toContain('会员账号已开通');
    const mails = await Message.findAll({ where: { template: 'account_notice', recipient: scene.lawyer.email } });
    expect(mails.map(({ data }) => data['what'])).toContain('会员账号已开通');
    const row = await ActivationCode.findOne({ order: [['id', 'DESC']], rejectOnEmpty: true });
    expect(row.usedAt).toBe(openedAt);
    expect(JSON.stringify(row)).not.toContain(code);
  });

  test('an activation code lasts 30 days, and the next one ends it', async () => {
    const first = await handedCode({ lawyerId: scene.lawyer.id });
    const second = await handedCode({ lawyerId: scene.lawyer.id });
    expect((await open({ code: first })).status).toBe(422);
    advanceClock(30 * DAY);
    expect((await open({ code: second })).status).toBe(422);
    const third = await handedCode({ lawyerId: scene.lawyer.id });
    advanceClock(30 * DAY - 1);
    expect((await open({ code: third })).status).toBe(200);
  });

  test('whoever found a code has five tries for the last six', async () => {
    const code = await handedCode({ lawyerId: scene.lawyer.id });
    for (let i = 0; i < 5; i++) expect((await open({ code, lastSix: `00000${i}` })).status).toBe(422);
    expect((await open({ code })).status).toBe(422);
    await doTexts();
    advanceClock(61_000);
    expect((await open({ code: await textedCode() })).status).toBe(200);
  });

  test('of many at once with the same code one wins', async () => {
    const code = await handedCode({ lawyerId: scene.lawyer.id });
    const answers = await Promise.all(Array.from({ length: 8 }, () => open({ code })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('WeChat vouches for the number instead of a text, not for the last six', async () => {
    const { phone: held = '' } = (await sandbox.state()).people.find(({ id }) => id === 'shuning') ?? {};
    const input = lawyerData({ phone: held });
    const owner = await makeLawyer(input);
    const login = owner.licenceNo;
    const six = (input.identityNumber ?? '').slice(-6);
    const phoneCode = () => sandbox.code('phone', 'shuning');
    expect((await open({ login, lastSix: '000000', phoneCode: await phoneCode() })).status).toBe(422);
    expect((await open({ phoneCode: await phoneCode() })).status).toBe(422);
    expect((await open({ login, lastSix: six, phoneCode: await phoneCode() })).status).toBe(200);
  });
});

describe('what fits nothing is answered in one sentence', () => {
  test('unknown login, opened account, wrong six, wrong code', async () => {
    const opened = await makeLawyer();
    await givePassword({ lawyerId: opened.id }, 'another pass 1');
    const answers = [
      await open({ login: '10000000000000000', code: '123456' }),
      await open({ login: opened.licenceNo, code: '123456' }),
      await open({ lastSix: '000000', code: '123456' }),
      await open({ code: '123456' }),
      await open({ code: 'abcdefghjkmnpqrs' }),
    ];
    for (const answer of answers) expect(withoutId(answer)).toEqual(withoutId(answers[0]!));
    expect(answers[0]?.status).toBe(422);
    expect((await accountOf({ lawyerId: opened.id })).isTemporary).toBe(false);
  });
});

/** Who has been in the registry for years. */
const settle = (lawyer: Lawyer) => Lawyer.update({ placedAt: null }, { where: { id: lawyer.id } });

describe('a firm', () => {
  test('is not opened by a namesake of its head who has just been entered, renamed or moved', async () => {
    const firm = await makeFirm({ personInCharge: '徐海' });
    await makeLawyer({ name: '徐海', firmId: firm.id, phone: scene.phone });
    await askFor(firm.licenceNo, '');
    await doTexts();
    expect(await texts(scene.phone)).toEqual([]);
    advanceClock(7 * DAY);
    await askFor(firm.licenceNo, '');
    await doTexts();
    expect(await texts(scene.phone)).toHaveLength(1);
  });

  test('a stranger who knows its number uses up neither the tries nor the requests', async () => {
    const firm = await makeFirm({ personInCharge: '顾长河' });
    await settle(await makeLawyer({ name: '顾长河', firmId: firm.id, phone: scene.phone }));
    await askFor(firm.licenceNo, '');
    await doTexts();
    const code = (await texts(scene.phone))[0]?.params[0] ?? '';
    const account = await accountOf({ firmId: firm.id });
    const stranger = {
      accountId: account.id,
      purpose: 'activate' as const,
      code: code === '123456' ? '654321' : '123456',
    };
    for (let i = 0; i < 8; i++) await transaction((t) => takeCode({ ...stranger, address: '203.0.113.5' }, t));
    expect((await open({ login: firm.licenceNo, lastSix: '', code })).status).toBe(200);
  });

  test('opens its account by a text to its head, or by an activation code', async () => {
    const firm = await makeFirm({ personInCharge: '顾长河' });
    const head = await makeLawyer({ name: '顾长河', firmId: firm.id, phone: scene.phone });
    await settle(head);
    await askFor(firm.licenceNo, '');
    await doTexts();
    const code = (await texts(scene.phone))[0]?.params[0];
    expect((await open({ login: firm.uscc, lastSix: '', code })).status).toBe(200);
    expect((await signIn(firm.licenceNo)).status).toBe(200);
    expect((await accountOf({ lawyerId: head.id })).passwordHash).toBeNull();

    const other = await makeFirm();
    const handed = await handedCode({ firmId: other.id });
    expect((await open({ login: other.licenceNo, lastSix: '', code: handed })).status).toBe(200);
  });

  test('two of the same name, a head who is new, and a stranger’s account open nothing', async () => {
    const firm = await makeFirm({ personInCharge: '顾长河' });
    await settle(await makeLawyer({ name: '顾长河', firmId: firm.id, phone: scene.phone }));
    await Firm.update({ headChangedAt: clock.now() }, { where: { id: firm.id } });
    await askFor(firm.licenceNo, '');
    await Firm.update({ headChangedAt: null }, { where: { id: firm.id } });
    await settle(await makeLawyer({ name: '顾长河', firmId: firm.id }));
    await askFor(firm.licenceNo, '');
    await doTexts();
    expect(await texts(scene.phone)).toEqual([]);
    const code = await handedCode({ lawyerId: scene.lawyer.id });
    expect((await open({ login: firm.licenceNo, lastSix: '', code })).status).toBe(422);
  });

  test('asks for its lawyer’s code, learns nothing, and staff see that it has asked', async () => {
    const firm = await makeFirm();
    const own = await makeLawyer({ firmId: firm.id });
    const opened = await makeLawyer({ firmId: firm.id });
    await givePassword({ lawyerId: opened.id }, NEXT);
    const as = await memberToken({ firmId: firm.id });
    const ask = (id: number) => api.call(endpoints.requestForLawyer, { as, body: { lawyerId: id } });
    expect((await ask(own.id)).json).toBeNull();
    expect((await ask(opened.id)).json).toBeNull();
    expect((await ask(scene.lawyer.id)).status).toBe(404);
    const query = { kind: 'lawyer', state: 'requested', search: own.licenceNo };
    const list = await api.call(endpoints.listActivations, { as: scene.registrar, query });
    expect(list.json['items']).toMatchObject([{ memberId: own.id, state: 'requested', firmName: firm.name }]);
  });
});

test('where there are no texts, people are told to use a code', async () => {
  const { SMS_SECRET_ID } = env;
  Object.assign(env, { SMS_SECRET_ID: undefined });
  try {
    expect((await askFor(scene.lawyer.licenceNo)).status).toBe(409);
  } finally {
    Object.assign(env, { SMS_SECRET_ID });
  }
});

test('an account that is opened has no session from before', async () => {
  const { id } = await accountOf({ lawyerId: scene.lawyer.id });
  await memberToken({ lawyerId: scene.lawyer.id });
  await open({ code: await handedCode({ lawyerId: scene.lawyer.id }) });
  expect(await Session.count({ where: { accountId: id } })).toBe(0);
});
