import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { certificateEndpoints } from '../../contract/certificates/endpoints.ts';
import { notificationEndpoints, type MessageRow } from '../../contract/notifications/endpoints.ts';
import { recipientEndpoints } from '../../contract/recipients/endpoints.ts';
import { env } from '../../env.ts';
import { transaction } from '../../platform/db/database.ts';
import { closeMailer } from '../../platform/mailer/mailer.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { eventsOf, issue, reject, submit } from '../../test/factories/certificate.ts';
import { makeMailServer, type MailServer } from '../../test/mail-server.ts';
import { sendDueMail, useOffice } from '../../test/office.ts';
import { makeFirm, memberActor, staffActor } from '../../test/factories/registry.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import type { MemberActor } from '../../actor.ts';
import { Account, ConfirmedEmail } from '../accounts/model.ts';
import { sendCode } from '../sign-in/contacts/sent-code.ts';
import { AuditEntry } from '../audit/model.ts';
import { addressMail, REFUSALS } from '../outbox/address-mail.ts';
import { Message } from '../outbox/model.ts';
import { sendMessage } from '../outbox/send-message.ts';
import { readSettings } from '../settings/read-settings.ts';
import { updateSettings } from '../settings/update-settings.ts';
import { countMail } from './count-mail.ts';
import { stopTokenOf } from './mailbox.ts';
import { MailRecipient } from './model.ts';

useOffice();
const api = useApi();
let server: MailServer;
beforeAll(async () => {
  server = await makeMailServer();
  env.SMTP_URL = server.url;
  await server.up();
});
afterAll(async () => {
  closeMailer();
  await server.down();
});

const LIMIT = 3;
let firm = { id: 0 };
let actor: MemberActor;
let address = '';
let count = 0;
beforeEach(async () => {
  const settings = { ...(await readSettings()), mailsPerRecipientDay: LIMIT };
  await updateSettings({ actor: staffActor('administrator'), settings });
  firm = await makeFirm();
  actor = await memberActor({ firmId: firm.id });
  address = `stranger${++count}@example.com`;
});

const mail = (recipient = address, askedBy = actor.accountId) =>
  transaction((t) =>
    addressMail(
      { recipient, template: 'approved', data: { number: '1', applicant: '', type: '', url: '' }, askedBy },
      t,
    ),
  );
const statesOf = (messages: Message[]) => messages.map(({ state }) => state);
const token = () => memberToken({ firmId: firm.id });
const stop = (of = address) => api.call(recipientEndpoints.stopMail, { body: { token: stopTokenOf(of) } });

describe('so many mails a day reach a mailbox that its asker has not confirmed', () => {
  test('however many ask at once, over all accounts', async () => {
    const other = await memberActor({ firmId: (await makeFirm()).id });
    const asked = Array.from({ length: 20 }, (_, n) => mail(address, n % 2 ? actor.accountId : other.accountId));
    const states = statesOf(await Promise.all(asked));
    expect(states.filter((state) => state === 'waiting')).toHaveLength(LIMIT);
    expect(states.filter((state) => state === 'refused')).toHaveLength(20 - LIMIT);
  });

  test.each([
    ['case', (plain: string) => plain.toUpperCase()],
    ['full width', (plain: string) => plain.replace(/[a-z@]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
    ['a tag', (plain: string) => plain.replace('@', '+news@')],
    ['a final dot', (plain: string) => `${plain}.`],
  ])('however the address is spelled: %s', async (_name, spell) => {
    for (let n = 0; n < LIMIT; n++) await mail();
    expect((await mail(spell(address))).state).toBe('refused');
  });

  test.each([
    ['one mailbox at Gmail, at either of its domains', `gu.hang@gmail.com`, `G.u.h.ang+x@googlemail.com`, 'refused'],
    ['two mailboxes elsewhere', `gu.hang@example.com`, `guhang@example.com`, 'waiting'],
  ])('dots make %s', async (_words, plain, dotted, state) => {
    for (let n = 0; n < LIMIT; n++) await mail(plain);
    expect((await mail(dotted)).state).toBe(state);
  });

  test('in whichever script its domain is written', async () => {
    for (let n = 0; n < LIMIT; n++) await mail(`post${count}@例子.中国`);
    expect((await mail(`post${count}@xn--fsqu00a.xn--fiqs8s`)).state).toBe('refused');
  });

  test('a mail that is not written is not counted, and tomorrow is another day', async () => {
    const failing = transaction(async (t) => {
      await countMail({ address, limit: LIMIT }, t);
      throw new Error('the act failed');
    });
    await expect(failing).rejects.toThrow('the act failed');
    for (let n = 0; n < LIMIT; n++) await mail();
    await MailRecipient.update({ countedOn: '2026-01-01' }, { where: { counted: LIMIT } });
    expect((await mail()).state).toBe('waiting');
  });

  test('but any number where the account has confirmed it as its own; others stay limited', async () => {
    const confirmed = { accountId: actor.accountId, address: address.toUpperCase(), confirmedAt: 1 };
    await ConfirmedEmail.create(confirmed);
    for (let n = 0; n < LIMIT + 2; n++) expect((await mail()).state).toBe('waiting');
    const other = await memberActor({ firmId: (await makeFirm()).id });
    for (let n = 0; n < LIMIT; n++) await mail(address, other.accountId);
    expect((await mail(address, other.accountId)).state).toBe('refused');
    expect((await mail(address.replace('@', '+tag@'))).state).toBe('refused');
  });
});

test('an application says that its mail was not sent, and why; the file is still there', async () => {
  for (let n = 0; n < LIMIT; n++) await mail();
  const { applicationId: id } = await issue(actor, { email: address });
  expect(await eventsOf(id)).toContain('mail_refused');
  const as = await token();
  const shown = await api.call(certificateEndpoints.showApplication, { as, params: { id } });
  const note = (shown.json['timeline'] as { event: string; note: string }[]).find(
    ({ event }) => event === 'mail_refused',
  )?.note;
  expect(note).toBe(`${address}：${REFUSALS.too_many}`);
  expect(await Message.findOne({ where: { subjectKind: 'application', subjectId: id } })).toMatchObject({
    state: 'refused',
    attempts: 0,
  });
  const file = await api.call(certificateEndpoints.downloadCertificate, { as, params: { id } });
  expect(file.status).toBe(200);
});

test('a member who has it mailed is told at once, and the page keeps it', async () => {
  const { applicationId: id } = await issue(actor, { email: address });
  for (let n = 0; n < LIMIT; n++) await mail();
  const as = await token();
  const answer = await api.call(certificateEndpoints.mailCertificate, { as, params: { id }, body: {} });
  expect([answer.status, answer.json.error?.message]).toEqual([409, REFUSALS.too_many]);
  expect((await eventsOf(id)).filter((event) => event.startsWith('mail'))).toEqual(['mail_refused']);
  await reject((await submit(actor, { email: address, type: 'firm-other', since: undefined, freeText: '内容' })).id);
  expect(await Message.count({ where: { template: 'rejected', recipient: address, state: 'refused' } })).toBe(1);
});

test('a mail says who asked for it, and how to get no more; one to the own mailbox does not', async () => {
  await issue(actor, { email: address });
  await ConfirmedEmail.create({ accountId: actor.accountId, address: `own-${address}`, confirmedAt: 1 });
  await issue(actor, { email: `own-${address}` });
  server.received = [];
  await sendDueMail();
  const to = (whom: string) => server.received.find(({ to: [first] = [] }) => first?.address === whom);
  const { login: number } = await Account.findByPk(actor.accountId, { rejectOnEmpty: true });
  for (const part of [to(address)?.text, to(address)?.html]) {
    expect(part).toContain(`${actor.name}（执业许可证号 ${number}）`);
    expect(part?.replaceAll('&#x3D;', '=')).toContain(`/stop-mail?t=${stopTokenOf(address)}`);
  }
  expect(to(`own-${address}`)?.text).not.toContain('stop-mail');
});

describe('a stop', () => {
  test('is shown by the page and made by a POST of its own; it holds for every account', async () => {
    await mail();
    const state = { body: { token: stopTokenOf(address) } };
    expect((await api.call(recipientEndpoints.readMailStop, state)).json).toEqual({ isStopped: false });
    expect((await mail()).state).toBe('waiting');
    expect((await stop()).json).toEqual({ isStopped: true });
    expect((await stop()).json).toEqual({ isStopped: true });
    expect(await AuditEntry.count({ where: { action: 'recipient.stopped' } })).toBe(1);
    expect(await mail()).toMatchObject({ state: 'refused', lastError: REFUSALS.stopped });
    const other = await memberActor({ firmId: (await makeFirm()).id });
    expect((await mail(address.toUpperCase(), other.accountId)).state).toBe('refused');
  });

  test('and the measure hold for codes too, which confirm an address that a member typed', async () => {
    const account = await Account.findByPk(actor.accountId, { rejectOnEmpty: true });
    const ask = () => transaction((t) => sendCode({ account, purpose: 'confirm', to: { by: 'email', address } }, t));
    for (let n = 0; n < LIMIT; n++) await ask();
    await expect(ask()).rejects.toMatchObject({ code: 'invalid_fields' });
    await MailRecipient.update({ counted: 0 }, { where: {} });
    await stop();
    await expect(ask()).rejects.toMatchObject({ code: 'invalid_fields' });
    expect(await Message.count({ where: { recipient: address, template: 'confirm_code' } })).toBe(LIMIT);
  });

  test('reaches a mail that waits already', async () => {
    const { applicationId: id } = await issue(actor, { email: address });
    const waiting = await Message.findOne({
      where: { subjectKind: 'application', subjectId: id },
      rejectOnEmpty: true,
    });
    await stop();
    await sendMessage(waiting.id);
    expect((await waiting.reload()).state).toBe('refused');
    expect(await eventsOf(id)).toContain('mail_refused');
  });

  test('by a link that is made up stops nothing', async () => {
    const answer = await api.call(recipientEndpoints.stopMail, { body: { token: 'x'.repeat(43) } });
    expect(answer.status).toBe(404);
  });

  test('keeps no address', async () => {
    await mail();
    await stop();
    const rows = JSON.stringify(await MailRecipient.findAll());
    expect(rows).not.toContain(address);
    expect(rows).not.toContain(stopTokenOf(address));
  });
});

describe('staff', () => {
  const resend = (id: number, as: string) => api.call(notificationEndpoints.resendMessage, { as, params: { id } });

  test('send on their word what was too much, not what its recipient has stopped', async () => {
    const as = await staffToken('service');
    for (let n = 0; n < LIMIT; n++) await mail();
    const refused = await mail();
    const list = await api.call(notificationEndpoints.listMessages, { as, query: { state: 'refused', limit: '100' } });
    const row = (list.json['items'] as MessageRow[]).find(({ id }) => id === refused.id);
    expect(row).toMatchObject({ lastError: REFUSALS.too_many, can: { resend: true } });
    expect((await resend(refused.id, as)).json).toMatchObject({ state: 'waiting', lastError: '' });
    await stop();
    expect((await resend((await mail()).id, as)).status).toBe(409);
  });

  test('lift a stop for its owner, with a reason', async () => {
    const as = await staffToken('service');
    const look = () => api.call(recipientEndpoints.lookUpRecipient, { as, body: { address } });
    expect((await look()).json).toEqual({ stoppedAt: null, sentToday: 0, dayLimit: LIMIT });
    await mail();
    await stop();
    expect((await look()).json).toMatchObject({ stoppedAt: expect.stringMatching(/^2/), sentToday: 1 });
    const body = { address: address.toUpperCase(), reason: '收件人来电' };
    const lifted = await api.call(recipientEndpoints.readmitRecipient, { as, body });
    expect(lifted.json).toEqual({ stoppedAt: null, sentToday: 0, dayLimit: LIMIT });
    expect((await mail()).state).toBe('waiting');
    const line = await AuditEntry.findOne({ where: { action: 'recipient.readmitted' }, rejectOnEmpty: true });
    expect(line.detail).toBe('收件人来电');
    expect(line.target.toLowerCase()).not.toContain(address);
  });
});
