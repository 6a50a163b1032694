import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import Koa from 'koa';
import { createApp, sockets } from './app.ts';
import { env } from './env.ts';
import { jobs } from './jobs.ts';
import { drain } from './http/drain.ts';
import { acceptSockets } from './http/sockets.ts';
import { healthRoutes } from './http/health.ts';
import './models.ts';
import { keepAuditChained } from './modules/audit/keep-audit-chained.ts';
import { scheduleReAnchor } from './modules/audit/re-anchor-audit.ts';
import { scheduleSeal } from './modules/audit/schedule-seal.ts';
import { scheduleTakeOver } from './modules/certificates/issued/take-over-certificates.ts';
import { scheduleEncryption } from './modules/files/older/encrypt-older-files.ts';
import { sealDisciplineOfBefore } from './modules/registry/discipline/seal-discipline.ts';
import { scheduleNameKeys } from './modules/registry/facts/rebuild-name-keys.ts';
import { sealOfficeOfBefore } from './modules/settings/seal-office.ts';
import { installShippedTypes } from './modules/certificates/types/install-types.ts';
import { warnOfUnfit } from './modules/certificates/types/soundness/unfit-types.ts';
import { installShippedFaq } from './modules/faq/install-faq.ts';
import { installShippedHolidays } from './modules/office-hours/install-years.ts';
import { scheduleAuditMail } from './modules/operations/mail-audit-end.ts';
import { scheduleEndings } from './modules/activities/ending/end-registrations.ts';
import { scheduleReminders } from './modules/activities/reminding/remind-registrations.ts';
import { scheduleChatWatch } from './modules/chat/watching/watch-chats.ts';
import { scheduleDaily } from './modules/operations/schedule-daily.ts';
import { scheduleSweep } from './modules/photos/retention/sweep-photos.ts';
import { scheduleSelfAudit } from './modules/self-audit/start-self-audit.ts';
import { scheduleReconciliation } from './modules/payments/reconciliation/schedule-reconciliation.ts';
import { adoptEarlierTickets } from './modules/tickets/clocks/adopt-earlier-tickets.ts';
import { scheduleTicketWatch } from './modules/tickets/clocks/schedule-ticket-watch.ts';
import { scheduleExpiry } from './modules/tickets/attachments/expire-ticket-files.ts';
import { scheduleRetention } from './modules/rights/retention/sweep-personal-data.ts';
import { scheduleCampaigns } from './modules/campaigns/running/run-campaigns.ts';
import { scheduleSeatCheck } from './modules/activities/counting/check-seats.ts';
import { scheduleCountCheck } from './modules/campaigns/progress/check-counts.ts';
import { scheduleCheck } from './modules/tickets/statistics/check-counts.ts';
import { database } from './platform/db/database.ts';
import { migrate } from './platform/db/migrate.ts';
import { openWhenReady, whenDatabaseAnswers } from './platform/db/open-database.ts';
import { startWorker, type Worker } from './platform/jobs/worker.ts';
import { kv } from './platform/kv/kv.ts';
import { log } from './platform/log/log.ts';
import { closeMailer } from './platform/mailer/mailer.ts';
import { startPdf, startPdfWhenNeeded, stopPdf } from './platform/pdf/render.ts';
import { keepSignerCurrent } from './platform/signer/keep-signer-current.ts';
import { startSigner } from './platform/signer/signer.ts';

const HELP = `Usage: main [--serve=web,worker]

  --serve   what this process does: web (API and pages), worker (background work), or both (default).
            Side by side processes need DATABASE_URL and REDIS_URL.
Settings come from the environment; bff/env.ts lists them.`;

const { values } = parseArgs({
  options: { serve: { type: 'string', default: 'web,worker' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}
const parts = new Set(values.serve.split(','));

await openWhenReady();
await whenDatabaseAnswers(prepareDatabase);
await startSigner();
const signing = keepSignerCurrent();
// A server that is tried out, or edited again and again, mostly prints nothing.
if (env.NODE_ENV === 'production') await startPdf({ workers: env.WORKERS });
else startPdfWhenNeeded({ workers: env.WORKERS });
const worker = parts.has('worker') ? startWorker(jobs) : undefined;
const chaining = parts.has('worker') ? keepAuditChained() : undefined;
const served = await serve();
stopOnSignal(served, worker);

async function prepareDatabase(): Promise<void> {
  const migrated = await migrate();
  if (migrated.length > 0) log.info({ migrated }, 'schema brought up to date');
  await installShippedTypes();
  await warnOfUnfit();
  await sealOfficeOfBefore();
  await sealDisciplineOfBefore();
  await installShippedHolidays();
  await adoptEarlierTickets();
  await installShippedFaq();
  await scheduleReAnchor();
  await scheduleSeal();
  await scheduleAuditMail();
  await scheduleTakeOver();
  await scheduleNameKeys();
  await scheduleEncryption();
  await scheduleSelfAudit();
  await scheduleSweep();
  await scheduleReconciliation();
  await scheduleDaily('watch-signing-certificate');
  await scheduleDaily('ask-for-holidays');
  await scheduleTicketWatch();
  await scheduleChatWatch();
  await scheduleEndings();
  await scheduleReminders();
  await scheduleExpiry();
  await scheduleCheck();
  await scheduleCountCheck();
  await scheduleSeatCheck();
  await scheduleCampaigns();
  await scheduleRetention();
}

interface Served {
  server: Server;
  /** Sockets beside the requests; a worker has none. */
  open?: ReturnType<typeof acceptSockets>;
}

async function serve(): Promise<Served | undefined> {
  if (parts.has('web')) {
    const app = createApp();
    const listening = await listen(app, env.PORT);
    return { server: listening, open: acceptSockets(listening, app, sockets) };
  }
  if (env.HEALTH_PORT !== undefined) return { server: await listen(new Koa().use(healthRoutes()), env.HEALTH_PORT) };
  return undefined;
}

/** Ends the process with a sentence when the port is taken: a stack would say less. */
async function listen(app: Pick<Koa, 'callback'>, wanted: number): Promise<Server> {
  const handle = app.callback();
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'another program listens there' : error.message;
      process.stderr.write(`cannot listen on ${env.HOST}:${wanted}: ${reason}\n`);
      process.exit(1);
    });
    server.listen(wanted, env.HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;
  log.info({ address: `http://${env.HOST}:${port}`, publicUrl: env.PUBLIC_URL }, 'listening');
  return server;
}

/** SIGTERM or SIGINT: no new requests or jobs, running ones finish, then everything is closed. A second signal ends at once. */
function stopOnSignal(served: Served | undefined, worker: Worker | undefined): void {
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping');
    served?.open?.stop();
    if (served) await drain(served.server);
    await worker?.stop();
    await chaining?.stop();
    signing.stop();
    await stopPdf();
    closeMailer();
    await kv.close();
    await database.close();
    log.info('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}
