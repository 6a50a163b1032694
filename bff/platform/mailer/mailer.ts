import { createTransport } from 'nodemailer';
import type { Options } from 'nodemailer/lib/smtp-pool/index.js';
import { env } from '../../env.ts';
import { keepsState } from '../singletons.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  attachments?: { filename: string; content: Buffer; contentType: string }[];
  /** Unique part of the Message-ID (`message-12`): the same on every attempt, so that receivers drop a repetition. */
  messageId: string;
}

export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** The mail server has refused this mail for good (5xx to the address or the content): the same mail would be again. */
export class MailRefused extends Error {}

/** Sends through the SMTP server at `url`; waits at most `patienceMs` at each step, not nodemailer's ten minutes. */
export function createMailer(settings: { url: string; from: string; patienceMs: number }): Mailer {
  const { url, from, patienceMs } = settings;
  const options: Options = {
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs * 2,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  const transport = createTransport(options);
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    async send({ messageId, ...mail }) {
      try {
        await transport.sendMail({ ...mail, from, messageId: `<${messageId}@${domain}>` });
      } catch (error) {
        throw isRefusal(error) ? new MailRefused(error.message, { cause: error }) : error;
      }
    },
    close: () => transport.close(),
  };
}

/** Other refusals (sign-in, our own sender address) are our fault, to be mended while the mail waits. */
function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { responseCode, command } = error as { responseCode?: unknown; command?: unknown };
  const isPermanent = typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600;
  return isPermanent && (command === 'RCPT TO' || command === 'DATA');
}

let mailer: Mailer | undefined;
keepsState(closeMailer);

/**
 * Hands one mail to the SMTP server. Rejects when it was not accepted within the time limits; then send it again,
 * unless the fault is MailRefused.
 */
export async function sendMail(mail: Mail): Promise<void> {
  mailer ??= createMailer({ url: env.SMTP_URL, from: env.MAIL_FROM, patienceMs: 10_000 });
  await mailer.send(mail);
}

/** Closes idle connections to the SMTP server. */
export function closeMailer(): void {
  mailer?.close();
  mailer = undefined;
}
