/**
 * A whole office in one process for tests that kill it: waits for a line on standard input that names the accounts,
 * then submits without end and works on the jobs, and says on standard output which submissions were answered.
 */
import { z } from 'zod';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { jobs } from '../../jobs.ts';
import '../../models.ts';
import type { MemberActor } from '../../actor.ts';
import { submitApplication } from '../../modules/certificates/applying/submit-application.ts';
import { database, select } from '../../platform/db/database.ts';
import { startWorker } from '../../platform/jobs/worker.ts';
import { startPdf } from '../../platform/pdf/render.ts';
import { startSigner } from '../../platform/signer/signer.ts';
import { printLetter } from '../../templates/certificate/print-letter.ts';
import sample from '../../templates/certificate/sample.json' with { type: 'json' };
import type { LetterData } from '../../templates/certificate/letter-data.ts';

await database.open();
await startSigner();
await startPdf({ workers: 1 });
// The first letter opens the fonts: it would take longer than the process has to live.
await printLetter(sample as LetterData, { creationTime: 0 });
process.stdout.write('ready\n');
const [line] = (await once(createInterface({ input: process.stdin }), 'line')) as [string];
const actors = JSON.parse(line) as MemberActor[];

startWorker(jobs);
await Promise.all(actors.map(submitWithoutEnd));

/** One after the other, each once the last one's document is made: so the work that is left never grows. */
async function submitWithoutEnd(actor: MemberActor): Promise<never> {
  const content = {
    type: 'firm-clean',
    email: 'post@example.com',
    since: '2022-01-01',
    purpose: '',
    paper: null,
    remark: '',
  };
  for (;;) {
    const id = await submitApplication({ actor, content, idempotencyKey: randomUUID() });
    process.stdout.write(`submitted ${id}\n`);
    while (!(await isIssued(id))) await pause(10);
  }
}

async function isIssued(id: number): Promise<boolean> {
  const [row] = await select(
    z.strictObject({ state: z.string() }),
    'SELECT issue_state AS state FROM certificates WHERE application_id = ?',
    [id],
  );
  return row?.state === 'issued';
}
