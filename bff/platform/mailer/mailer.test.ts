import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { createMailer, type Mailer } from './mailer.ts';

const received: Email[] = [];
let server: SMTPServer;
let silent: Server;
let mailer: Mailer;

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          received.push(mail);
          done(mail.subject === 'refuse me' ? Object.assign(new Error('no'), { responseCode: 550 }) : null);
        });
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  mailer = createMailer({ url: `smtp://127.0.0.1:${port}`, from: '律证 <no-reply@example.test>', patienceMs: 5_000 });
  silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  mailer.close();
  await new Promise<void>((resolve) => server.close(resolve));
  silent.close();
});

test('a mail arrives with its words, attachment and Message-ID, the same on each attempt', async () => {
  const mail = {
    to: 'member@example.test',
    subject: '您的证明已开具（编号 260001）',
    text: '请查收附件。',
    html: '<p>请查收附件。</p>',
    attachments: [{ filename: '证明 260001.pdf', content: Buffer.from('%PDF-1.7'), contentType: 'application/pdf' }],
    messageId: 'message-12',
  };
  await mailer.send(mail);
  await mailer.send(mail);
  const [first, second] = received;
  expect(first?.subject).toBe(mail.subject);
  expect(first?.text?.trim()).toBe(mail.text);
  expect(first?.html).toContain(mail.html);
  expect(first?.from).toMatchObject({ address: 'no-reply@example.test', name: '律证' });
  expect(first?.attachments[0]).toMatchObject({ filename: '证明 260001.pdf', mimeType: 'application/pdf' });
  expect(first?.messageId).toBe('<message-12@example.test>');
  expect(second?.messageId).toBe(first?.messageId);
});

test('a line break in the subject adds no header', async () => {
  await mailer.send({ to: 'a@example.test', subject: 'x\r\nBcc: b@example.test', text: '', messageId: 'm-2' });
  expect(received.at(-1)?.headers.map((header) => header.key)).not.toContain('bcc');
});

test('a mail that is not accepted is an error', async () => {
  await expect(
    mailer.send({ to: 'a@example.test', subject: 'refuse me', text: '', messageId: 'm-3' }),
  ).rejects.toThrow();
});

test('a server that never speaks is an error after the time allowed', async () => {
  const { port } = silent.address() as AddressInfo;
  const hanging = createMailer({ url: `smtp://127.0.0.1:${port}`, from: 'a@example.test', patienceMs: 200 });
  await expect(hanging.send({ to: 'a@example.test', subject: 's', text: 't', messageId: 'm-4' })).rejects.toThrow(
    /greeting|timeout/i,
  );
  hanging.close();
});
