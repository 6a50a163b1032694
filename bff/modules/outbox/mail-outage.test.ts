import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { certificateEndpoints } from '../../contract/certificates/endpoints.ts';
import { notificationEndpoints, type MessageRow } from '../../contract/notifications/endpoints.ts';
import { env } from '../../env.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { closeMailer } from '../../platform/mailer/mailer.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { eventsOf, issue } from '../../test/factories/certificate.ts';
import { makeMailServer, type MailServer } from '../../test/mail-server.ts';
import { liftLimits, sendDueMail, useOffice } from '../../test/office.ts';
import { makeFirm, memberActor } from '../../test/factories/registry.ts';
import { expectTheRestToAnswer, seenJobs, staffToken } from '../../test/trouble/trouble.ts';
import { AuditEntry } from '../audit/model.ts';
import type { Certificate } from '../certificates/model.ts';
import { Message } from './model.ts';
import { sendMessage } from './send-message.ts';

useOffice();
const api = useApi();
let server: MailServer;
let certificate: Certificate;
let member = '';
let staff = '';
beforeAll(async () => {
  server = await makeMailServer();
  // The settings of the process are read before a test can choose its port.
  env.SMTP_URL = server.url;
  await liftLimits();
});
afterAll(async () => {
  closeMailer();
  await server.down();
});
beforeEach(async () => {
  const firm = await makeFirm();
  freezeClock(clock.now());
  certificate = await issue(await memberActor({ firmId: firm.id }));
  member = await memberToken({ firmId: firm.id });
  staff = await staffToken('reviewer');
  // What is told about the issuing is not what these tests are about.
  await server.up();
  await sendDueMail();
  await server.down();
  server.received = [];
  server.refuse = () => null;
});
afterEach(async () => {
  releaseClock();
  await server.down();
});

const mail = (body: object = {}) =>
  api.call(certificateEndpoints.mailCertificate, { as: member, params: { id: certificate.applicationId }, body });
const seenMessages = async (query: Record<string, string>) =>
  (await api.call(notificationEndpoints.listMessages, { as: staff, query })).json['items'] as MessageRow[];
const resend = (id: number) => api.call(notificationEndpoints.resendMessage, { as: staff, params: { id } });
const message = async () =>
  (
    await Message.findOne({
      where: { subjectId: certificate.applicationId, template: 'certificate' },
      rejectOnEmpty: true,
    })
  ).get();

test('the mail carries the very file, to the contact address or another one', async () => {
  await server.up();
  expect((await mail()).status).toBe(200);
  expect((await mail({ email: 'ｂａｎｋ＠example.com' })).status).toBe(200);
  await sendDueMail();
  expect(server.received.map(({ to }) => to?.[0]?.address)).toEqual(['post@example.com', 'bank@example.com']);
  for (const received of server.received) {
    expect(received.subject).toContain(certificate.number);
    expect(received.text).toContain(`/c/${certificate.token}`);
    const [file] = received.attachments;
    expect(file).toMatchObject({ mimeType: 'application/pdf', filename: `电子证明-${certificate.number}.pdf` });
    expect(
      createHash('sha256')
        .update(new Uint8Array(file?.content as ArrayBuffer))
        .digest('hex'),
    ).toBe(certificate.sha256);
  }
  expect((await eventsOf(certificate.applicationId)).slice(-2)).toEqual(['mailed', 'mailed']);
});

test('down: the answer does not wait for it, staff see it, the rest goes on; up again: sent, once', async () => {
  expect((await mail()).status).toBe(200);
  expect(await sendDueMail()).toBe(1);
  expect(await message()).toMatchObject({ state: 'waiting', sentAt: null });
  const [job] = await seenJobs(api, staff, 'ready');
  expect(job).toMatchObject({
    name: 'send-message',
    attempts: 1,
    lastError: expect.stringContaining('ECONNREFUSED') as unknown,
  });
  await expectTheRestToAnswer(api, member, staff);
  for (let n = 0; n < 3; n++) {
    advanceClock(60_000);
    expect(await sendDueMail()).toBe(1);
  }
  await server.up();
  advanceClock(60_000);
  expect(await sendDueMail()).toBe(1);
  expect(server.received).toHaveLength(1);
  expect(await message()).toMatchObject({ state: 'sent', sentAt: clock.now(), lastError: '' });
  advanceClock(3_600_000);
  expect(await sendDueMail()).toBe(0);
  expect(server.received).toHaveLength(1);
});

test('sent is sent: a repetition does nothing', async () => {
  await server.up();
  await mail();
  await sendDueMail();
  await sendMessage((await message()).id);
  expect(server.received).toHaveLength(1);
});

test('control: what was not noted as sent would go out twice, under one Message-ID', async () => {
  await server.up();
  await mail();
  await sendDueMail();
  const { id } = await message();
  await Message.update({ state: 'waiting', sentAt: null }, { where: { id } });
  await sendMessage(id);
  expect(server.received).toHaveLength(2);
  expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(1);
});

describe('an address that the mail server refuses', () => {
  test('for good: given up at once, where staff see why and can send it again', async () => {
    await server.up();
    server.refuse = () => ({ responseCode: 550, message: 'no such mailbox' });
    await mail();
    expect(await sendDueMail()).toBe(1);
    expect(await message()).toMatchObject({
      state: 'failed',
      attempts: 1,
      lastError: expect.stringContaining('no such mailbox') as unknown,
    });
    const [line] = await seenMessages({ state: 'failed' });
    expect(line).toMatchObject({ recipient: 'po***@example.com', number: certificate.number, can: { resend: true } });
    expect(await seenJobs(api, staff, 'dead')).toMatchObject([{ name: 'send-message' }]);
    server.refuse = () => null;
    expect((await resend(line!.id)).json).toMatchObject({ state: 'waiting' });
    expect(await sendDueMail()).toBe(1);
    expect(server.received).toHaveLength(1);
    expect(await message()).toMatchObject({ state: 'sent', lastError: '' });
    expect(await seenJobs(api, staff, 'dead')).toEqual([]);
  });

  test('for now: tried again later', async () => {
    await server.up();
    server.refuse = () => ({ responseCode: 451, message: 'greylisted' });
    await mail();
    await sendDueMail();
    expect(await message()).toMatchObject({ state: 'waiting', lastError: expect.stringContaining('451') as unknown });
    server.refuse = () => null;
    advanceClock(60_000);
    await sendDueMail();
    expect(server.received).toHaveLength(1);
  });

  test('a server that never answers is tried for hours, then given up', async () => {
    await mail();
    let attempts = 0;
    for (let n = await sendDueMail(); n > 0; n = await sendDueMail()) {
      attempts += n;
      advanceClock(3_600_000);
    }
    expect(attempts).toBe(16);
    expect(await message()).toMatchObject({ state: 'failed', attempts: 16 });
  });
});

test('an hour without a mail server: everything told meanwhile arrives, each once', async () => {
  const ids: string[] = [];
  for (let minute = 0; minute < 60; minute += 5) {
    if (minute < 40) await mail({ email: `bank${minute}@example.com` });
    await sendDueMail();
    advanceClock(5 * 60_000);
  }
  await server.up();
  for (let minute = 0; minute < 60; minute += 5) {
    await sendDueMail();
    advanceClock(5 * 60_000);
  }
  const received = server.received.map(({ to }) => to?.[0]?.address ?? '');
  expect(received.sort()).toEqual([0, 10, 15, 20, 25, 30, 35, 5].map((minute) => `bank${minute}@example.com`));
  for (const { messageId } of server.received) ids.push(messageId ?? '');
  expect(new Set(ids).size).toBe(ids.length);
  expect(await Message.count({ where: { state: 'waiting' } })).toBe(0);
});

describe('sent again by staff', () => {
  test('what was sent goes out as another message, and who did it is on record', async () => {
    await server.up();
    await mail();
    await sendDueMail();
    const { id } = await message();
    expect((await resend(id)).status).toBe(200);
    await sendDueMail();
    expect(server.received).toHaveLength(2);
    expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(2);
    expect(server.received[1]?.attachments).toHaveLength(1);
    expect(await AuditEntry.count({ where: { action: 'message.resent', targetId: id } })).toBe(1);
  });

  test('what waits for its next attempt is tried at once', async () => {
    await mail();
    await sendDueMail();
    expect(await sendDueMail()).toBe(0);
    await server.up();
    expect((await resend((await message()).id)).status).toBe(200);
    expect(await sendDueMail()).toBe(1);
    expect(server.received).toHaveLength(1);
  });
});

test('names cannot write headers or markup', async () => {
  await server.up();
  const firm = await makeFirm({ name: '<img src=x onerror=alert(1)>{{7*7}}&律师事务所' });
  const own = await issue(await memberActor({ firmId: firm.id }));
  member = await memberToken({ firmId: firm.id });
  certificate = own;
  await sendDueMail();
  server.received = [];
  await mail();
  await sendDueMail();
  const [received] = server.received;
  expect(received?.html).not.toContain('<img src=x');
  expect(received?.html).toContain('{{7*7}}');
  expect(received?.to).toHaveLength(1);
});
