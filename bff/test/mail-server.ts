import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../../scripts/test/services.mjs';

/** A mail server that can go down and come back on the same port, and refuse some. */
export interface MailServer {
  readonly url: string;
  received: Email[];
  /** Answers why a mail is refused; null: it is accepted. */
  refuse: (mail: Email) => { responseCode: number; message: string } | null;
  up(): Promise<void>;
  down(): Promise<void>;
}

export async function makeMailServer(): Promise<MailServer> {
  const port = await freePort();
  let running: SMTPServer | undefined;
  const mailServer: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    received: [],
    refuse: () => null,
    async up() {
      const server = new SMTPServer({
        authOptional: true,
        disabledCommands: ['STARTTLS'],
        // A client that keeps its connection for the next mail is cut off, as by a crash.
        closeTimeout: 50,
        onData(stream, _session, done) {
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
              const refusal = mailServer.refuse(mail);
              if (!refusal) mailServer.received.push(mail);
              done(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.responseCode }));
            });
          });
        },
      });
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      if ((server.server.address() as AddressInfo).port !== port) throw new Error('another port');
      running = server;
    },
    async down() {
      const server = running;
      running = undefined;
      if (server) await new Promise<void>((resolve) => server.close(resolve));
    },
  };
  return mailServer;
}
