import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { createApp } from './app.ts';
import { env } from './env.ts';
import { jobs } from './jobs.ts';
import './models.ts';
import { scheduleSeal } from './modules/audit/schedule-seal.ts';
import { installShippedTypes } from './modules/certificates/install-types.ts';
import { database } from './platform/db/database.ts';
import { migrate } from './platform/db/migrate.ts';
import { startWorker, type Worker } from './platform/jobs/worker.ts';
import { kv } from './platform/kv/kv.ts';
import { log } from './platform/log/log.ts';
import { closeMailer } from './platform/mailer/mailer.ts';
import { startPdf, stopPdf } from './platform/pdf/render.ts';
import { startSigner } from './platform/signer/signer.ts';

const HELP = `Usage: main [--serve=web,worker]

  --serve   what this process does: web (API and pages), worker (background work), or both (default).
            Side by side processes need DATABASE_URL and REDIS_URL.
Settings come from the environment; bff/env.ts lists them.`;

/** Connections that have not ended by then, ms, are cut when the process stops. */
const DRAIN_MS = 10_000;

const { values } = parseArgs({
  options: { serve: { type: 'string', default: 'web,worker' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}
const parts = new Set(values.serve.split(','));

await database.open();
const migrated = await migrate();
if (migrated.length > 0) log.info({ migrated }, 'schema brought up to date');
await installShippedTypes();
await scheduleSeal();
await startSigner();
await startPdf({ workers: env.WORKERS });
const worker = parts.has('worker') ? startWorker(jobs) : undefined;
const server = parts.has('web') ? await listen() : undefined;
stopOnSignal(server, worker);

async function listen(): Promise<Server> {
  const handle = createApp().callback();
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.PORT, env.HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;
  log.info({ address: `http://${env.HOST}:${port}`, publicUrl: env.PUBLIC_URL }, 'listening');
  return server;
}

/** SIGTERM or SIGINT: no new requests or jobs, running ones finish, then everything is closed. A second signal ends at once. */
function stopOnSignal(server: Server | undefined, worker: Worker | undefined): void {
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping');
    if (server) await drain(server);
    await worker?.stop();
    await stopPdf();
    closeMailer();
    await kv.close();
    await database.close();
    log.info('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
