/**
 * The outside services of a machine without accounts, as one process: `npm start` runs it when no mail server is
 * configured. So far a mail server that keeps every message and shows it at /sandbox/mail.
 */
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startMailCatcher } from './mail-catcher.ts';
import { mailPages } from './mail-pages.ts';

const HELP = `Usage: node scripts/sandbox/main.ts [--data DIR] [--http PORT] [--smtp PORT]

  --data   where caught mail is kept (default .data/sandbox)
  --http   port of the pages, --smtp of the mail server (default 0: any free one)
Prints one line of JSON, {"http": PORT, "smtp": PORT}, when both listen. Listens on 127.0.0.1 only.`;

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.data/sandbox' },
    http: { type: 'string', default: '0' },
    smtp: { type: 'string', default: '0' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}

const mailFolder = path.join(values.data, 'mail');
const smtp = await startMailCatcher(mailFolder, Number(values.smtp));
const pages = createServer(mailPages(mailFolder));
await new Promise<void>((resolve) => pages.listen(Number(values.http), '127.0.0.1', resolve));
process.stdout.write(`${JSON.stringify({ http: portOf(pages), smtp: portOf(smtp) })}\n`);

// Ends with its parent: an orphan would keep the ports.
process.on('disconnect', () => process.exit(0));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(0));

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
