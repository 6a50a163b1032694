import { createTransport, type Transporter } from 'nodemailer';
import { env } from '../../env.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  attachments?: { filename: string; content: Buffer; contentType: string }[];
  /** Unique part of the Message-ID (`message-12`): the same on every attempt, so that receivers drop a repetition. */
  messageId: string;
}

let transport: Transporter | undefined;

/** Hands one mail to the SMTP server. Rejects when it was not accepted within the time limits; then send it again. */
export async function sendMail(mail: Mail): Promise<void> {
  transport ??= createTransport({
    url: env.SMTP_URL,
    pool: true,
    maxConnections: 2,
    // A server that hangs must not hold a job for nodemailer's default of ten minutes.
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as object);
  const { messageId, ...rest } = mail;
  await transport.sendMail({ ...rest, from: env.MAIL_FROM, messageId: `<${messageId}@${senderDomain()}>` });
}

/** Closes idle connections to the SMTP server. */
export function closeMailer(): void {
  transport?.close();
  transport = undefined;
}

function senderDomain(): string {
  return env.MAIL_FROM.match(/@([^>\s]+)/)?.[1] ?? 'localhost';
}
