/**
 * Process that serves the application to itself while 200 wrong sign-ins arrive at once from one address. Argument:
 * `line` (as the product does) or `none` (the control: as many hashes go to Node's threads as arrive).
 */
import '../../../bff/connections.ts';
import '../../../bff/models.ts';
import { randomBytes, scrypt } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { createApp } from '../../../bff/app.ts';
import { jobs } from '../../../bff/jobs.ts';
import { Account } from '../../../bff/modules/accounts/model.ts';
import { submitApplication } from '../../../bff/modules/certificates/applying/submit-application.ts';
import { installShippedTypes } from '../../../bff/modules/certificates/types/install-types.ts';
import { hashPassword } from '../../../bff/platform/crypto/password.ts';
import { database } from '../../../bff/platform/db/database.ts';
import { migrate } from '../../../bff/platform/db/migrate.ts';
import { runDueJobs } from '../../../bff/platform/jobs/worker.ts';
import { kv } from '../../../bff/platform/kv/kv.ts';
import { startPdf, stopPdf } from '../../../bff/platform/pdf/render.ts';
import { startSigner } from '../../../bff/platform/signer/signer.ts';
import { seedBulkRegistry } from '../../seed/bulk/registry.ts';

export const PROBES = ['page', 'pdf', 'sign-in'] as const;
export type Probe = (typeof PROBES)[number];
export interface SignInsReport {
  /** Milliseconds of every single request. */
  idle: Record<Probe, number[]>;
  burst: Record<Probe, number[]>;
  /** How the wrong ones were answered: status → count. */
  answers: Record<string, number>;
}

const WRONG = 200;
const IDLE_SAMPLES = 15;
const PASSWORD = 'lvzheng2026';
const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

await database.open();
await migrate();
await installShippedTypes();
await startSigner();
await startPdf({ workers: 1 });
const { firms } = await seedBulkRegistry(200);
const [firm] = firms;
if (!firm) throw new Error('no firm');
const passwordHash = await hashPassword(PASSWORD, 'bench');
await Account.update({ passwordHash, isTemporary: false }, { where: { id: firm.accountId } });
const { login } = await Account.findByPk(firm.accountId, { rejectOnEmpty: true });
const handle = createApp().callback();
const server = createServer((request, response) => void handle(request, response)).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const { token } = (await (await signIn(login, PASSWORD, '198.51.100.7')).json()) as { token: string };
const application = await certificate();

const probes: Record<Probe, () => Promise<Response>> = {
  page: () => fetch(`${origin}/`),
  pdf: () =>
    fetch(`${origin}/api/applications/${application}/certificate.pdf`, {
      headers: { authorization: `Bearer ${token}` },
    }),
  'sign-in': () => signIn(login, PASSWORD, '198.51.100.7'),
};
const idle = { page: [] as number[], pdf: [] as number[], 'sign-in': [] as number[] };
for (let i = 0; i < IDLE_SAMPLES; i++) for (const name of PROBES) idle[name].push(await timed(name));

const burst = { page: [] as number[], pdf: [] as number[], 'sign-in': [] as number[] };
const answers: Record<string, number> = {};
const work = process.argv[2] === 'none' ? hashAtOnce : signInWrongly;
let isOver = false;
const flood = Promise.all(Array.from({ length: WRONG }, (_, n) => work(n))).then(() => (isOver = true));
// All three at once and again and again, as people do who know nothing of it.
do {
  const times = await Promise.all(PROBES.map(timed));
  PROBES.forEach((name, at) => burst[name].push(times[at] ?? 0));
} while (!isOver);
await flood;
process.send?.({ idle, burst, answers } satisfies SignInsReport);
server.closeAllConnections();
server.close();
await stopPdf();
await kv.close();
await database.close();
process.disconnect();

async function timed(name: Probe): Promise<number> {
  const start = performance.now();
  const answer = await probes[name]();
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${name}: ${answer.status}`);
  return performance.now() - start;
}

function signIn(account: string, password: string, from: string): Promise<Response> {
  return fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
    body: JSON.stringify({ login: account, password, tokenIn: 'reply' }),
  });
}

async function signInWrongly(n: number): Promise<void> {
  const { status } = await signIn(`wrong${n}`, 'wrong', '203.0.113.9');
  answers[status] = (answers[status] ?? 0) + 1;
}

/** What a wrong sign-in cost when nothing kept hashes in line (password.ts has the same figures). */
async function hashAtOnce(): Promise<void> {
  const [N, r] = [2 ** 15, 8];
  await derive('wrong', randomBytes(16), 32, { N, r, p: 1, maxmem: 256 * N * r });
  answers['hashed'] = (answers['hashed'] ?? 0) + 1;
}

async function certificate(): Promise<number> {
  if (!firm) throw new Error('no firm');
  const actor = {
    kind: 'firm' as const,
    accountId: firm.accountId,
    address: '127.0.0.1',
    name: firm.facts.name,
    firmId: firm.facts.id,
  };
  const content = { type: 'firm-clean', since: '2023-01-01', email: '', purpose: '', remark: '', paper: null };
  const id = await submitApplication({ actor, content, idempotencyKey: 'bench-sign-ins-0' });
  const { 'send-message': _mail, ...officeWork } = jobs;
  await runDueJobs(officeWork);
  return id;
}
