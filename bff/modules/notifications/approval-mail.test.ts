import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { env } from '../../env.ts';
import { closeMailer } from '../../platform/mailer/mailer.ts';
import { fileOf, issue } from '../../test/factories/certificate.ts';
import { makeMailServer, type MailServer } from '../../test/mail-server.ts';
import { sendDueMail, useOffice } from '../../test/office.ts';
import { makeFirm, memberActor } from '../../test/factories/registry.ts';
import { mailCertificate } from '../certificates/issued/mail-certificate.ts';
import { attachable } from '../outbox/send-message.ts';

useOffice();
const usual = { ...attachable };
let server: MailServer;
beforeAll(async () => {
  server = await makeMailServer();
  await server.up();
  env.SMTP_URL = server.url;
});
afterEach(() => {
  Object.assign(attachable, usual);
  server.received = [];
});
afterAll(async () => {
  closeMailer();
  await server.down();
});

test('who is told of an approval has the very file at once', async () => {
  const certificate = await issue(await memberActor({ firmId: (await makeFirm()).id }));
  await sendDueMail();
  const [mail, ...more] = server.received;
  expect(more).toEqual([]);
  expect(mail?.subject).toContain(certificate.number);
  expect(mail?.text).toContain('证明文件见附件。');
  const [file] = mail?.attachments ?? [];
  expect(file).toMatchObject({ mimeType: 'application/pdf', filename: `电子证明-${certificate.number}.pdf` });
  expect(Buffer.from(file?.content as ArrayBuffer).equals(await fileOf(certificate))).toBe(true);
});

test('a file too large for mail servers stays here, and the mail says where; who asks for it gets it all the same', async () => {
  attachable.maxBytes = 1_000;
  const actor = await memberActor({ firmId: (await makeFirm()).id });
  const { applicationId, number } = await issue(actor);
  await sendDueMail();
  const [notice] = server.received;
  expect(notice?.attachments).toEqual([]);
  expect(notice?.text).toContain('请登录后下载证明文件。');
  expect(notice?.text).not.toContain('附件');
  expect(notice?.text).toContain(`/application?id=${applicationId}`);
  await mailCertificate({ actor, id: applicationId });
  await sendDueMail();
  expect(server.received.at(-1)?.attachments).toMatchObject([{ filename: `电子证明-${number}.pdf` }]);
});
