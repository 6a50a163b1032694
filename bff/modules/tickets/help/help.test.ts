import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import '../../../models.ts';
import { helpEndpoints as help } from '../../../contract/help/endpoints.ts';
import { ticketEndpoints as tickets } from '../../../contract/tickets/endpoints.ts';
import { MAX_TICKETS_A_DAY } from '../../../contract/tickets/limits.ts';
import { env } from '../../../env.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { decrypt } from '../../../platform/crypto/encryption.ts';
import { randomToken } from '../../../platform/crypto/tokens.ts';
import { transaction } from '../../../platform/db/database.ts';
import { isWithin } from '../../../platform/kv/rate-limit.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { givePassword, makeFirm, makeStaffAccount, memberActor } from '../../../test/factories/registry.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { doDueWork } from '../../../test/office.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { Account } from '../../accounts/model.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import { Message } from '../../outbox/model.ts';
import { secretContext } from '../../outbox/send-later.ts';
import { Ticket } from '../model.ts';
import { askForHelp } from './ask-for-help.ts';
import { sendHelpCode, takeHelpCode } from './help-code.ts';
import { HelpRequest } from './model.ts';
import { tellOfHelp } from './tell-of-help.ts';

useDatabase();
const api = useApi();
let serial = 0;
let number = '';
let login = '';
let firmId = 0;
beforeAll(() => installShippedHolidays());
beforeEach(async () => {
  freezeClock(clock.now());
  env.SMS_SECRET_ID = 'set';
  const firm = await makeFirm();
  await givePassword({ firmId: firm.id }, 'correct horse 1');
  ({ id: firmId, licenceNo: login } = firm);
  number = `1990001${String(1000 + ++serial)}`;
});
afterEach(() => {
  releaseClock();
  delete env.SMS_SECRET_ID;
});

/** Has a code sent: with what it was asked for, and what only the owner of the telephone reads. */
async function coded(): Promise<{ codeTicket: string; code: string }> {
  const { status, json } = await api.call(help.requestHelpCode, { body: { number } });
  expect(status).toBe(200);
  return { codeTicket: json['codeTicket'] as string, code: await textedCode() };
}
/** The same past the limit of texts to a telephone. */
async function codedAgain(): Promise<{ codeTicket: string; code: string }> {
  const codeTicket = randomToken(128);
  await transaction((t) => sendHelpCode({ number, codeTicket }, t));
  return { codeTicket, code: await textedCode() };
}
async function textedCode(): Promise<string> {
  const where = { recipient: number, template: 'confirm_text' };
  const message = await Message.findOne({ where, order: [['id', 'DESC']], rejectOnEmpty: true });
  return (JSON.parse(decrypt(message.secret ?? '', secretContext(message.id))) as { code: string }).code;
}
const ask = (more: object) =>
  api.call(help.askForHelp, {
    body: { login, reason: '更换手机后收不到验证码，不能登录。', number, ...more },
  });
const ticketsNow = () => Ticket.findAll({ where: { askerKind: 'firm', askerId: firmId, isUnverified: true } });

test('it becomes a ticket of the member’s in the queue of sign-in, marked as nobody’s own words', async () => {
  expect((await ask(await coded())).status).toBe(200);
  await doDueWork();
  const [ticket] = await ticketsNow();
  expect(ticket).toMatchObject({ category: 'sign_in', role: 'service', state: 'waiting' });
  const as = await staffToken('service');
  const seen = (await api.call(tickets.showTicket, { as, params: { id: ticket!.id } })).json;
  expect(seen).toMatchObject({ isUnverified: true, messages: [{ by: '登录前的求助（未核实身份）' }] });
  expect(JSON.stringify(seen)).not.toContain(number);
  const own = await api.call(tickets.showOwnTicket, {
    as: await memberToken({ firmId }),
    params: { id: ticket!.id },
  });
  expect(own.json).toMatchObject({ messages: [{ by: '登录前的求助（未核实身份）' }] });
  expect(await HelpRequest.count()).toBe(0);
});

test('the role is told by mail when the office opens, by number and time alone; not once somebody has taken it', async () => {
  freezeClock('2026-12-05T22:00:00+08:00');
  const colleague = await makeStaffAccount('helper', 'correct horse 1', ['service']);
  expect((await ask(await coded())).status).toBe(200);
  await doDueWork();
  const [ticket] = await ticketsNow();
  const mails = async () =>
    (await Message.findAll({ where: { template: 'tickets_due', recipient: colleague.email } }))
      .map(({ data }) => data['lines'] ?? '')
      .filter((lines) => lines.includes(ticket!.number));
  expect(await mails()).toEqual([]);
  freezeClock('2026-12-07T09:00:00+08:00');
  await doDueWork();
  expect(await mails()).toEqual([`工单${ticket!.number}：登录前的求助，等待处理；首次答复时限 今天 9:30 到期`]);
  await ticket!.update({ assigneeId: colleague.id, assigneeName: colleague.name });
  await tellOfHelp(ticket!.id);
  expect(await mails()).toHaveLength(1);
});

test('a number that nobody has is answered the same, and nothing comes of it', async () => {
  const before = await Ticket.count();
  const known = await ask(await coded());
  advanceClock(61_000);
  number = `1990002${String(1000 + ++serial)}`;
  const unknown = await ask({ ...(await coded()), login: '14499209910099999' });
  expect([unknown.status, unknown.json]).toEqual([known.status, known.json]);
  await doDueWork();
  expect(await Ticket.count()).toBe(before + 1);
  expect(await HelpRequest.count()).toBe(0);
});

test('a code is good once, for the telephone and the device that asked, and stands five tries', async () => {
  const { code, codeTicket } = await coded();
  const wrong = code === '000000' ? '000001' : '000000';
  const refused = await ask({ code: wrong, codeTicket });
  expect(refused.json.error?.fields).toEqual({ code: '验证码不正确或已过期，请重新获取' });
  expect((await ask({ code, codeTicket: 'anotherdeviceABCDEF012' })).status).toBe(422);
  expect((await ask({ code, codeTicket, number: '19900039999' })).status).toBe(422);
  expect((await ask({ code, codeTicket })).status).toBe(200);
  expect((await ask({ code, codeTicket })).status).toBe(422);
  advanceClock(61_000);
  number = `1990004${String(1000 + ++serial)}`;
  const next = await coded();
  for (let n = 0; n < 5; n++) await ask({ ...next, code: next.code === '000000' ? '000001' : '000000' });
  expect((await ask(next)).status).toBe(422);
});

test('one telephone asks for a member three times a day, and the fourth is not told that nothing comes of it', async () => {
  // From an address of its own: tests that ask by the API share one, of which an hour takes so many.
  const reason = '更换手机后收不到验证码，不能登录。';
  for (let n = 0; n < 4; n++) {
    await askForHelp({ input: { login, reason, number, ...(await codedAgain()) }, address: '198.51.100.9' });
  }
  await doDueWork();
  expect(await ticketsNow()).toHaveLength(3);
  // Whoever has used up a telephone has not used up the member's own.
  number = `1990005${String(1000 + ++serial)}`;
  expect((await ask(await coded())).status).toBe(200);
  await doDueWork();
  expect(await ticketsNow()).toHaveLength(4);
});

test('what strangers ask for in a member’s name does not use up the tickets that the member may open in a day', async () => {
  const actor = await memberActor({ firmId });
  for (let n = 0; n < MAX_TICKETS_A_DAY - 1; n++) await makeTicket(actor);
  expect((await ask(await coded())).status).toBe(200);
  await doDueWork();
  expect(await ticketsNow()).toHaveLength(1);
  await makeTicket(actor);
  await expect(makeTicket(actor)).rejects.toMatchObject({ code: 'too_many_requests' });
});

test('however many telephones ask for one member, twelve a day are made tickets of', async () => {
  const { id } = await Account.findOne({ where: { firmId }, rejectOnEmpty: true });
  for (let n = 0; n < 12; n++) {
    await isWithin({ name: 'help-asks-account', limit: 12, windowMs: 86_400_000 }, String(id));
  }
  expect((await ask(await coded())).status).toBe(200);
  await doDueWork();
  expect(await ticketsNow()).toHaveLength(0);
});

test('of two requests that come with one code at once, one has it', async () => {
  number = `1990006${String(1000 + ++serial)}`;
  const right = { number, ...(await coded()) };
  const taken = await Promise.all([takeHelpCode(right), takeHelpCode(right)]);
  expect(taken.filter(Boolean)).toHaveLength(1);
});

test('a telephone that has had its texts is answered the same: nobody learns whose it is, and no text goes out', async () => {
  number = `1990007${String(1000 + ++serial)}`;
  const texts = () => Message.count({ where: { recipient: number } });
  // As a stranger has them sent to a member whose telephone he guesses.
  await coded();
  advanceClock(61_000);
  const full = await api.call(help.requestHelpCode, { body: { number } });
  const other = await api.call(help.requestHelpCode, { body: { number: `1990008${String(1000 + ++serial)}` } });
  expect([full.status, Object.keys(full.json)]).toEqual([other.status, Object.keys(other.json)]);
  expect([full.json['minutes'], full.json['waitSeconds']]).toEqual([other.json['minutes'], other.json['waitSeconds']]);
  expect(await texts()).toBe(1);
});

test('however many networks ask, texts to strangers’ telephones have an end', async () => {
  for (let n = 0; n < 600; n++) await isWithin({ name: 'help-codes-all', limit: 600, windowMs: 3_600_000 }, 'all');
  number = `1990009${String(1000 + ++serial)}`;
  const { status, json } = await api.call(help.requestHelpCode, { body: { number } });
  expect([status, json.error?.message]).toEqual([429, '现在获取验证码的人太多，请稍后再试，或拨打服务热线']);
  expect(await Message.count({ where: { recipient: number } })).toBe(0);
});

test('without texts the telephone is the way', async () => {
  delete env.SMS_SECRET_ID;
  const { status, json } = await api.call(help.requestHelpCode, { body: { number } });
  expect([status, json.error?.message]).toEqual([409, '本系统尚未开通短信，请拨打服务热线']);
});
