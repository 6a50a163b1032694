import { z } from 'zod';
import { expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { certificateEndpoints } from '../../../contract/certificates/endpoints.ts';
import { select } from '../../../platform/db/database.ts';
import { startWorker } from '../../../platform/jobs/worker.ts';
import { storage } from '../../../platform/storage/storage.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { eventually } from '../../../test/eventually.ts';
import { makeManyLawyers } from '../../../test/factories/many-lawyers.ts';
import { officeWork, useOffice } from '../../../test/office.ts';
import { makeFirm } from '../../../test/factories/registry.ts';
import { Application, Certificate } from '../model.ts';
import { tenthOf } from '../../../test/heavy.ts';

useOffice({ printers: 2 });
const api = useApi();

const ACCOUNTS = tenthOf(250);
const EACH = 4;
const TOTAL = ACCOUNTS * EACH;

/** As the clients do: without an answer, or when it is «try again», the same is sent again with the same key. */
async function submitAsClientsDo(as: string): Promise<number> {
  const body = { type: 'lawyer-clean', email: 'post@example.com', since: '2022-01-01', idempotencyKey: newKey() };
  for (;;) {
    const answer = await api.call(certificateEndpoints.submitApplication, { as, body }).catch(() => null);
    if (answer?.status === 200) return Number(answer.json['id']);
    if (answer && answer.status !== 503) throw new Error(`${answer.status}: ${answer.bytes.toString()}`);
    await pause(1_000);
  }
}

test(`${TOTAL} submissions at once from ${ACCOUNTS} accounts: as many numbers, all issued, each once`, async () => {
  const lawyers = await makeManyLawyers((await makeFirm()).id, ACCOUNTS);
  const tokens = await Promise.all(lawyers.map(({ lawyerId }) => memberToken({ lawyerId })));
  const ids = await Promise.all(Array.from({ length: EACH }, () => tokens.map(submitAsClientsDo)).flat());
  expect(new Set(ids).size).toBe(TOTAL);

  const worker = startWorker(officeWork);
  // Mail waits: nobody reads it here.
  const names = Object.keys(officeWork);
  const unfinished = async () => {
    const [row] = await select(
      z.strictObject({ n: z.int() }),
      `SELECT COUNT(*) AS n FROM jobs WHERE state <> 'done' AND name IN (${names.map(() => '?').join(', ')})`,
      names,
    );
    return row?.n;
  };
  await eventually(async () => expect(await unfinished()).toBe(0), { withinMs: 900_000, everyMs: 500 });
  await worker.stop();

  const applications = await Application.findAll({ attributes: ['id', 'number', 'state', 'outcome', 'issueState'] });
  expect(new Set(applications.map(({ number }) => number)).size).toBe(TOTAL);
  expect(applications.every(({ state, outcome }) => state === 'decided' && outcome === 'approved')).toBe(true);
  expect(applications.every(({ issueState }) => issueState === 'issued')).toBe(true);
  const certificates = await Certificate.findAll();
  expect(certificates.filter(({ issueState }) => issueState === 'issued')).toHaveLength(TOTAL);
  for (const column of ['applicationId', 'number', 'token', 'code', 'sha256', 'storageKey'] as const) {
    expect(new Set(certificates.map((certificate) => certificate[column])).size).toBe(TOTAL);
  }
  const stored = await Promise.all(certificates.map(({ storageKey }) => storage.exists(storageKey ?? '')));
  expect(stored.filter(Boolean)).toHaveLength(TOTAL);
  const [issued] = await select(
    z.strictObject({ n: z.int() }),
    `SELECT COUNT(*) AS n FROM timeline_entries WHERE event = 'issued'`,
    [],
  );
  expect(issued?.n).toBe(TOTAL);
}, 1_800_000);
