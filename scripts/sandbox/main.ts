/**
 * Stands in for the outside services on a machine without accounts, as one process: a mail server that keeps every message,
 * WeChat, WeChat Pay, texts, the comparison of faces, and 会员中心. `npm start` runs it for whatever is not configured. Its
 * pages are below /sandbox.
 */
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startMailCatcher } from './mail-catcher.ts';
import { startSandbox } from './start.ts';

const HELP = `Usage: node scripts/sandbox/main.ts [--data DIR] [--http PORT] [--smtp PORT] [--public URL] [--certificates]

  --data          where caught mail and keys are kept (default .data/sandbox)
  --http          port of pages and services; --smtp of the mail server (default 0: any free one)
  --public        address at which browsers reach these pages, when another server shows them
  --certificates  WeChat Pay signs with platform certificates instead of its public key
Prints one line of JSON when all listen: {"http": PORT, "smtp": PORT, "settings": {…}}, the settings being those of
bff/env.ts that lead here. Listens on 127.0.0.1 only.`;

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.data/sandbox' },
    http: { type: 'string', default: '0' },
    smtp: { type: 'string', default: '0' },
    public: { type: 'string' },
    certificates: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}

const smtp = await startMailCatcher(path.join(values.data, 'mail'), Number(values.smtp));
const sandbox = await startSandbox({
  folder: values.data,
  port: Number(values.http),
  publicUrl: values.public,
  mode: values.certificates ? 'certificate' : 'public-key',
});
const ports = { http: Number(new URL(sandbox.url).port), smtp: (smtp.address() as AddressInfo).port };
process.stdout.write(`${JSON.stringify({ ...ports, settings: sandbox.settings })}\n`);

// Ends with its parent: an orphan would keep the ports.
process.on('disconnect', () => process.exit(0));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(0));
