/**
 * Process that takes applications and issues what they ask for, with its own database. Argument: `single` (one at a
 * time, against one letter), `burst` (a thousand at once) or `memory` (five thousand in a row).
 */
import { z } from 'zod';
import '../../../bff/connections.ts';
import '../../../bff/models.ts';
import { jobs } from '../../../bff/jobs.ts';
import type { MemberActor } from '../../../bff/actor.ts';
import { installShippedTypes } from '../../../bff/modules/certificates/types/install-types.ts';
import { readDocument } from '../../../bff/modules/certificates/issued/read-document.ts';
import { submitApplication } from '../../../bff/modules/certificates/applying/submit-application.ts';
import { database, select } from '../../../bff/platform/db/database.ts';
import { TurnTimeout } from '../../../bff/platform/db/turns.ts';
import { migrate } from '../../../bff/platform/db/migrate.ts';
import { runDueJobs, startWorker } from '../../../bff/platform/jobs/worker.ts';
import { kv } from '../../../bff/platform/kv/kv.ts';
import { startPdf, stopPdf } from '../../../bff/platform/pdf/render.ts';
import { startSigner } from '../../../bff/platform/signer/signer.ts';
import { seedBulkRegistry, type BulkRegistry } from '../../seed/bulk/registry.ts';
import { cpuOf, machineMs } from '../cpu.ts';
import { takeTurns } from '../samples.ts';
import { issueLetter } from './issued-letter.ts';

/** CPU ms of one, a sample for each round. */
export interface SingleReport {
  submitted: number[];
  letter: number[];
}
export interface BurstReport {
  /** CPU ms of one application by itself, and of the thousand. */
  single: number;
  burst: number;
  /** What the machine did nothing while they were worked on, all cores together, ms. */
  idle: number;
  elapsed: number;
  issued: number;
  numbers: number;
  /** Submissions that were sent again because their turn had not come in time. */
  repeated: number;
}
export interface MemoryReport {
  /** Resident MB, by how many certificates had been issued. */
  after: { count: number; residentMb: number }[];
}

export const BURST = 1_000;
const ROUNDS = 12;
const PER_SAMPLE = 10;
const MEMBERS = 2_000;
const [MEMORY_CERTIFICATES, MEMORY_EVERY] = [5_000, 10];
/** The job that makes the certificate, and no other: its mail may be sent later, and here it would find no server. */
const ISSUING = { 'issue-certificate': jobs['issue-certificate'] };

await database.open();
await migrate();
await installShippedTypes();
await startSigner();
await startPdf({ workers: 2 });
const registry = await seedBulkRegistry(MEMBERS);
let serial = 0;
let repeated = 0;

const ways: Record<string, () => Promise<object>> = { single, burst, memory };
const report = await ways[process.argv[2] ?? '']?.();
process.send?.(report);
await stopPdf();
await kv.close();
await database.close();
process.disconnect();

async function single(): Promise<SingleReport> {
  const measures = {
    submitted: () => each(PER_SAMPLE, submitToDownload),
    letter: () => each(PER_SAMPLE, () => issueLetter('one')),
  };
  await takeTurns(3, measures);
  return takeTurns(ROUNDS, measures);
}

async function burst(): Promise<BurstReport> {
  await each(5 * PER_SAMPLE, submitToDownload);
  const one = await each(10 * PER_SAMPLE, submitToDownload);
  const before = serial;
  const worker = startWorker(jobs);
  const [started, machine] = [performance.now(), machineMs()];
  const cpu = await cpuOf(async () => {
    await Promise.all(Array.from({ length: BURST }, submitUntilTaken));
    while ((await counted()).issued < before + BURST) await pause(100);
  });
  const elapsed = performance.now() - started;
  const idle = machineMs().idle - machine.idle;
  await worker.stop();
  const { issued, numbers } = await counted();
  return { single: one, burst: cpu, idle, elapsed, issued: issued - before, numbers: numbers - before, repeated };
}

async function memory(): Promise<MemoryReport> {
  const after: MemoryReport['after'] = [];
  for (let count = MEMORY_EVERY; count <= MEMORY_CERTIFICATES; count += MEMORY_EVERY) {
    for (let n = 0; n < MEMORY_EVERY; n++) await submitToDownload();
    after.push({ count, residentMb: process.memoryUsage.rss() / 2 ** 20 });
  }
  return { after };
}

/** An application of the next member that automatic review approves; answers what is needed to fetch its document. */
async function submit(n = serial++): Promise<{ actor: MemberActor; id: number }> {
  const { actor, type } = applicant(registry, n);
  const content = { type, since: '2023-01-01', email: 'bench@example.com', purpose: '', remark: '', paper: null };
  return { actor, id: await submitApplication({ actor, content, idempotencyKey: `bench-${n}`.padEnd(16, '-') }) };
}

/** As a client does that is told to come again: the same application with the same key. */
async function submitUntilTaken(): Promise<void> {
  for (const n = serial++; ; repeated++) {
    try {
      await submit(n);
      return;
    } catch (error) {
      if (!(error instanceof TurnTimeout)) throw error;
    }
  }
}

async function submitToDownload(): Promise<void> {
  const submitted = await submit();
  await runDueJobs(ISSUING);
  const { bytes } = await readDocument(submitted);
  if (bytes.length < 10_000) throw new Error('that is no certificate');
}

function applicant({ firms, lawyers }: BulkRegistry, n: number): { actor: MemberActor; type: string } {
  const common = { address: '127.0.0.1' };
  const [firm, lawyer] = [firms[n % firms.length], lawyers[n % lawyers.length]];
  if (!firm || !lawyer) throw new Error('no members');
  return n % 2 === 0
    ? {
        type: 'firm-clean',
        actor: {
          ...common,
          kind: 'firm',
          accountId: firm.accountId,
          name: firm.facts.name,
          firmId: firm.facts.id,
        },
      }
    : {
        type: 'lawyer-clean',
        actor: {
          ...common,
          kind: 'lawyer',
          accountId: lawyer.accountId,
          name: lawyer.facts.name,
          lawyerId: lawyer.facts.id,
        },
      };
}

async function each(count: number, work: () => Promise<unknown>): Promise<number> {
  const total = await cpuOf(async () => {
    for (let n = 0; n < count; n++) await work();
  });
  return total / count;
}

async function counted(): Promise<{ issued: number; numbers: number }> {
  const [row] = await select(
    z.strictObject({ issued: z.int(), numbers: z.int() }),
    "SELECT COUNT(*) AS issued, COUNT(DISTINCT number) AS numbers FROM certificates WHERE issue_state = 'issued'",
    [],
  );
  return row ?? { issued: 0, numbers: 0 };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
