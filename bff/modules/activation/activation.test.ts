import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { accountEndpoints } from '../../contract/endpoints/accounts.ts';
import { activationEndpoints as endpoints } from '../../contract/endpoints/activation.ts';
import { staffEndpoints } from '../../contract/endpoints/staff.ts';
import { registryEndpoints } from '../../contract/endpoints/registry.ts';
import { env } from '../../env.ts';
import { jobs } from '../../jobs.ts';
import '../../models.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { runDueJobs } from '../../platform/jobs/worker.ts';
import { memberToken, useApi, type Answer } from '../../test/api.ts';
import { useOffice } from '../../test/office.ts';
import { pdfText } from '../../test/pdf.ts';
import { givePassword, lawyerData, makeFirm, makeLawyer } from '../../test/registry-factories.ts';
import { useSandbox } from '../../test/sandbox.ts';
import { staffToken } from '../../test/trouble.ts';
import { Account, Session } from '../accounts/model.ts';
import { AuditEntry } from '../audit/model.ts';
import { Message } from '../notifications/model.ts';
import { ContactChange } from '../registry/contact-change-model.ts';
import { Firm, Lawyer } from '../registry/model.ts';
import { ActivationCode } from './model.ts';

useOffice();
const api = useApi();
const sandbox = useSandbox();
const NEXT = 'correct horse 1';
const DAY = 86_400_000;
const { 'send-activation-text': askText, 'send-message': send } = jobs;
const doTexts = async () => {
  await runDueJobs({ 'send-activation-text': askText });
  await runDueJobs({ 'send-message': send });
};
const texts = async (to: string) => (await sandbox.state()).texts.filter((text) => text.to === to);

let serial = 0;
let phone = '';
let lawyer: Lawyer;
let lastSix = '';
let registrar = '';
beforeEach(async () => {
  freezeClock(clock.now());
  phone = `1992000${String(1000 + ++serial)}`;
  const input = lawyerData({ phone });
  lawyer = await makeLawyer(input);
  lastSix = (input.identityNumber ?? '').slice(-6).toLowerCase();
  registrar = await staffToken('registrar');
});
afterEach(async () => {
  await sandbox.command('calm');
  releaseClock();
});

const accountOf = (where: { lawyerId: number } | { firmId: number }) => Account.findOne({ where, rejectOnEmpty: true });
const askFor = (login: string, six = lastSix) =>
  api.call(endpoints.requestActivationText, { body: { login, lastSix: six } });
const open = (more: object) =>
  api.call(endpoints.activate, { body: { login: lawyer.licenceNo, lastSix, next: NEXT, ...more } });
const signIn = (login: string) => api.call(accountEndpoints.signIn, { body: { login, password: NEXT } });
async function textedCode(): Promise<string> {
  await askFor(lawyer.licenceNo);
  await doTexts();
  return (await texts(phone))[0]?.params[0] ?? '';
}
async function handedCode(where: { lawyerId: number } | { firmId: number }): Promise<string> {
  const { id } = await accountOf(where);
  // Idle staff are signed out: somebody who has just come.
  const as = await staffToken('registrar');
  const answer = await api.call(endpoints.handOverCode, { as, params: { id } });
  expect(answer.status).toBe(200);
  return String(answer.json['code']);
}
const withoutId = ({ status, bytes }: Answer) => [status, bytes.toString().replace(/[0-9a-f-]{36}/, '')];

describe('a lawyer', () => {
  test('opens the account by the last six and a code to the registered mobile, and signs in', async () => {
    const code = await textedCode();
    expect((await open({ code })).status).toBe(200);
    expect((await signIn(lawyer.licenceNo)).status).toBe(200);
    expect(await AuditEntry.count({ where: { action: 'account.activated' } })).toBe(1);
  });

  test('not by the code alone, nor by the last six alone; whoever has not the last six uses up no tries', async () => {
    const code = await textedCode();
    for (let i = 0; i < 8; i++) expect((await open({ lastSix: '000000', code })).status).toBe(422);
    expect((await open({ lastSix: '', code })).status).toBe(422);
    expect((await open({ code: '000000' })).status).toBe(422);
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
    expect((await accountOf({ lawyerId: lawyer.id })).passwordHash).toBeNull();
  });

  test('no text goes out for wrong last six, for an opened account, and for a stranger; the answers are the same', async () => {
    const opened = await makeLawyer({ phone: `1993000${String(1000 + serial)}` });
    await givePassword({ lawyerId: opened.id }, NEXT);
    const answers = [
      await askFor(lawyer.licenceNo, '000000'),
      await askFor(opened.licenceNo),
      await askFor('10000000000000000'),
    ];
    for (const answer of answers) expect(withoutId(answer)).toEqual(withoutId(answers[0]!));
    await doTexts();
    expect(await texts(phone)).toEqual([]);
    expect(await texts(opened.phone)).toEqual([]);
    expect(withoutId(await askFor(lawyer.licenceNo))).toEqual(withoutId(answers[0]!));
  });

  test('opens it by an activation code and the last six; every registered contact is told', async () => {
    const code = await handedCode({ lawyerId: lawyer.id });
    expect(code).toMatch(/^([a-z0-9]{4}-){3}[a-z0-9]{4}$/);
    expect((await open({ code, lastSix: '000000' })).status).toBe(422);
    expect((await open({ code: code.toUpperCase().replaceAll('-', ' ') })).status).toBe(200);
    expect((await open({ code })).status).toBe(422);
    await doTexts();
    expect((await texts(phone))[0]?.words).toContain('会员账号已开通');
    const mails = await Message.findAll({ where: { template: 'account_notice', recipient: lawyer.email } });
    expect(mails.map(({ data }) => data['what'])).toContain('会员账号已开通');
    const row = await ActivationCode.findOne({ order: [['id', 'DESC']], rejectOnEmpty: true });
    expect(row.usedAt).toBe(clock.now());
    expect(JSON.stringify(row)).not.toContain(code);
  });

  test('an activation code lasts 30 days, and the next one ends it', async () => {
    const first = await handedCode({ lawyerId: lawyer.id });
    const second = await handedCode({ lawyerId: lawyer.id });
    expect((await open({ code: first })).status).toBe(422);
    advanceClock(30 * DAY);
    expect((await open({ code: second })).status).toBe(422);
    const third = await handedCode({ lawyerId: lawyer.id });
    advanceClock(30 * DAY - 1);
    expect((await open({ code: third })).status).toBe(200);
  });

  test('of many at once with the same code one wins', async () => {
    const code = await handedCode({ lawyerId: lawyer.id });
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

describe('a mobile number that was changed', () => {
  const change = async (as: string, more: object) => {
    const { id, version } = await lawyer.reload();
    const { version: _v, identityNumber: _n, ...input } = lawyerData({ licenceNo: lawyer.licenceNo });
    return api.call(registryEndpoints.updateLawyer, {
      as,
      params: { id },
      body: { ...input, phone, ...more, version },
    });
  };
  const NEW = () => `1994000${String(1000 + serial)}`;

  test('of an account in use opens nothing for 7 days; the old number is told', async () => {
    await givePassword({ lawyerId: lawyer.id }, NEXT);
    expect((await change(registrar, { phone: NEW() })).status).toBe(200);
    expect((await lawyer.reload()).phone).toBe(NEW());
    await doTexts();
    expect((await texts(phone))[0]?.words).toContain('登记的联系方式已变更');
    expect((await texts(NEW())).length).toBe(0);
    // As if it had never been used.
    await Account.update({ passwordHash: null }, { where: { lawyerId: lawyer.id } });
    await askFor(lawyer.licenceNo);
    await doTexts();
    expect((await texts(NEW())).length).toBe(0);
    advanceClock(7 * DAY);
    await askFor(lawyer.licenceNo);
    await doTexts();
    expect((await texts(NEW())).length).toBe(1);
  });

  test('of an account nobody has used waits for a second person, and then 7 days', async () => {
    expect((await change(registrar, { phone: NEW() })).status).toBe(200);
    expect((await lawyer.reload()).phone).toBe(phone);
    await doTexts();
    expect((await texts(phone))[0]?.words).toContain('登记的联系方式已变更');
    const list = async (as: string) =>
      (await api.call(endpoints.listContactChanges, { as })).json['items'] as { id: number; mayDecide: boolean }[];
    const [waiting] = (await list(registrar)).slice(-1);
    expect(waiting).toMatchObject({ newValue: NEW(), mayDecide: false });
    const decide = (as: string) =>
      api.call(endpoints.decideContactChange, { as, params: { id: waiting!.id }, body: { isConfirmed: true } });
    expect((await decide(registrar)).status).toBe(403);
    const second = await staffToken('registrar');
    const both = await Promise.all([decide(second), decide(await staffToken('registrar'))]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await lawyer.reload()).phone).toBe(NEW());
    await askFor(lawyer.licenceNo);
    await doTexts();
    expect((await texts(NEW())).length).toBe(0);
  });

  test('a code that was sent to the old number opens nothing once the number is another one', async () => {
    const code = await textedCode();
    await Lawyer.update({ phone: NEW() }, { where: { id: lawyer.id } });
    expect((await open({ code })).status).toBe(422);
  });

  test('a wish that is refused leaves everything as it was', async () => {
    await change(registrar, { phone: NEW() });
    const { id } = await ContactChange.findOne({ order: [['id', 'DESC']], rejectOnEmpty: true });
    const as = await staffToken('registrar');
    const refused = await api.call(endpoints.decideContactChange, { as, params: { id }, body: { isConfirmed: false } });
    expect(refused.status).toBe(200);
    expect((await lawyer.reload()).phone).toBe(phone);
  });
});

describe('a firm', () => {
  test('opens its account by a text to its head, or by an activation code', async () => {
    const firm = await makeFirm({ personInCharge: '顾长河' });
    const head = await makeLawyer({ name: '顾长河', firmId: firm.id, phone });
    await askFor(firm.licenceNo, '');
    await doTexts();
    const code = (await texts(phone))[0]?.params[0];
    expect((await open({ login: firm.uscc, lastSix: '', code })).status).toBe(200);
    expect((await signIn(firm.licenceNo)).status).toBe(200);
    expect((await accountOf({ lawyerId: head.id })).passwordHash).toBeNull();

    const other = await makeFirm();
    const handed = await handedCode({ firmId: other.id });
    expect((await open({ login: other.licenceNo, lastSix: '', code: handed })).status).toBe(200);
  });

  test('two of the same name, a head who is new, and a stranger’s account open nothing', async () => {
    const firm = await makeFirm({ personInCharge: '顾长河' });
    await makeLawyer({ name: '顾长河', firmId: firm.id, phone });
    await Firm.update({ headChangedAt: clock.now() }, { where: { id: firm.id } });
    await askFor(firm.licenceNo, '');
    await Firm.update({ headChangedAt: null }, { where: { id: firm.id } });
    await makeLawyer({ name: '顾长河', firmId: firm.id });
    await askFor(firm.licenceNo, '');
    await doTexts();
    expect(await texts(phone)).toEqual([]);
    const code = await handedCode({ lawyerId: lawyer.id });
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
    expect((await ask(lawyer.id)).status).toBe(404);
    const query = { kind: 'lawyer', state: 'requested', search: own.licenceNo };
    const list = await api.call(endpoints.listActivations, { as: registrar, query });
    expect(list.json['items']).toMatchObject([{ memberId: own.id, state: 'requested', firmName: firm.name }]);
  });
});

describe('staff', () => {
  test('print letters by name, with codes that open', async () => {
    const firm = await makeFirm({ personInCharge: '顾长河' });
    const accountIds = [(await accountOf({ firmId: firm.id })).id, (await accountOf({ lawyerId: lawyer.id })).id];
    const letter = await api.call(endpoints.printActivations, { as: registrar, body: { accountIds } });
    expect(letter.status).toBe(200);
    const printed = pdfText(letter.bytes).replace(/\s+/g, ' ');
    expect(printed).toContain('本人亲启');
    const codes = printed.match(/[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}/g) ?? [];
    expect(codes).toHaveLength(2);
    expect((await open({ login: firm.licenceNo, lastSix: '', code: codes[0] })).status).toBe(200);
    expect((await open({ code: codes[1] })).status).toBe(200);
    const again = await api.call(endpoints.printActivations, { as: registrar, body: { accountIds } });
    expect(again).toMatchObject({ status: 409, json: { error: { message: expect.stringContaining('已经开通') } } });
  });

  test('send firms their codes by mail and text, lawyers never; a contact that is new gets none', async () => {
    const firm = await makeFirm({ phone, email: 'head@example.com' });
    const fresh = await makeFirm();
    await Firm.update({ emailChangedAt: clock.now() }, { where: { id: fresh.id } });
    const ids = [await accountOf({ firmId: firm.id }), await accountOf({ firmId: fresh.id })].map(({ id }) => id);
    const own = await accountOf({ lawyerId: lawyer.id });
    const sent = await api.call(endpoints.sendActivations, {
      ...{ as: registrar, body: { accountIds: [...ids, own.id], by: 'email' } },
    });
    const faults = (sent.json['results'] as { fault: string | null }[]).map(({ fault }) => fault);
    expect(faults).toEqual([null, expect.stringContaining('未满7天'), expect.stringContaining('本人')]);
    expect(await Message.count({ where: { template: 'activation_code', recipient: 'head@example.com' } })).toBe(1);
    await api.call(endpoints.sendActivations, { as: registrar, body: { accountIds: [ids[0]], by: 'sms' } });
    await doTexts();
    const [text] = await texts(phone);
    const code = text?.params.join('-') ?? '';
    expect((await open({ login: firm.licenceNo, lastSix: '', code })).status).toBe(200);
  });

  test('give no temporary password to an account that nobody has opened', async () => {
    const body = { kind: 'lawyer', id: lawyer.id, reason: '本人到场' };
    const answer = await api.call(staffEndpoints.resetMemberPassword, { as: registrar, body });
    expect(answer).toMatchObject({ status: 409, json: { error: { message: expect.stringContaining('开通码') } } });
  });
});

test('where there are no texts, people are told to use a code', async () => {
  const { SMS_SECRET_ID } = env;
  Object.assign(env, { SMS_SECRET_ID: undefined });
  try {
    expect((await askFor(lawyer.licenceNo)).status).toBe(409);
  } finally {
    Object.assign(env, { SMS_SECRET_ID });
  }
});

test('an account that is opened has no session from before', async () => {
  const { id } = await accountOf({ lawyerId: lawyer.id });
  await memberToken({ lawyerId: lawyer.id });
  await open({ code: await handedCode({ lawyerId: lawyer.id }) });
  expect(await Session.count({ where: { accountId: id } })).toBe(0);
});
