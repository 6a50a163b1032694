import { z } from 'zod';
import { beforeAll, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '../../../env.ts';
import { select } from '../../../platform/db/database.ts';
import { fileOf } from '../../../test/factories/certificate.ts';
import { eventually } from '../../../test/eventually.ts';
import { killAgainAndAgain } from '../../../test/trouble/killed-office.ts';
import { doDueWork, liftLimits, useOffice } from '../../../test/office.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import type { MemberActor } from '../../../actor.ts';
import { Application, Certificate } from '../model.ts';
import { tenthOf } from '../../../test/heavy.ts';

useOffice();

/** Kills that hit work under way; one that does not proves little and does not count. */
const KILLS = tenthOf(50);
/** The driver is at work most of the time: of so many kills that many hit it. */
const MOST_KILLS = KILLS * 4;
const LANES = 4;

const actors: MemberActor[] = [];
beforeAll(async () => {
  await liftLimits();
  for (let n = 0; n < LANES; n++) actors.push(await memberActor({ firmId: (await makeFirm()).id }));
});

const count = async (from: string) =>
  (await select(z.strictObject({ n: z.int() }), `SELECT COUNT(*) AS n FROM ${from}`, []))[0]?.n ?? 0;
const unissued = () => count(`certificates WHERE issue_state <> 'issued'`);
const stuck = () =>
  count(`certificates c WHERE c.issue_state <> 'issued'
    AND NOT EXISTS (SELECT 1 FROM jobs j WHERE j.dedupe_key = CONCAT('issue:', c.id))`);

/** There is no mail server here: mail is written, and waits. */
const NOT_MAIL = `name <> 'send-message'`;

/** Runs what is due until nothing is left, waiting for the leases of the killed. */
const drain = () =>
  eventually(
    async () => {
      await doDueWork();
      expect(await count(`jobs WHERE state = 'ready' AND ${NOT_MAIL}`)).toBe(0);
    },
    { withinMs: 900_000, everyMs: 100 },
  );

test('killed again and again between submit and stored file: nothing lost, nothing twice, nothing stuck', async () => {
  let amidWork = 0;
  const answered = await killAgainAndAgain({
    actors,
    async afterKill(kills) {
      if ((await unissued()) > 0) amidWork++;
      return amidWork < KILLS && kills < MOST_KILLS ? 'again' : 'enough';
    },
  });
  await drain();

  expect(amidWork).toBe(KILLS);
  expect(answered.length).toBeGreaterThan(KILLS / 2);
  const applications = await Application.findAll();
  const known = new Set(applications.map(({ id }) => id));
  expect(answered.filter((id) => !known.has(id))).toEqual([]);
  expect(applications.every(({ outcome, number }) => outcome === 'approved' && number !== null)).toBe(true);
  expect(new Set(applications.map(({ number }) => number)).size).toBe(applications.length);

  const certificates = await Certificate.findAll();
  expect(certificates).toHaveLength(applications.length);
  expect(certificates.filter(({ issueState }) => issueState !== 'issued')).toEqual([]);
  // Lists read the state beside the application.
  expect(applications.filter(({ issueState }) => issueState !== 'issued')).toEqual([]);
  expect(await count(`jobs WHERE state <> 'done' AND ${NOT_MAIL}`)).toBe(0);
  for (const what of [
    "timeline_entries WHERE event = 'issued'",
    "audit_entries WHERE action = 'certificate.issued'",
    "inbox_entries WHERE event = 'approved'",
    "messages WHERE template = 'approved'",
  ]) {
    expect(await count(what)).toBe(certificates.length);
  }
  for (const certificate of certificates) {
    const file = await fileOf(certificate);
    expect(createHash('sha256').update(file).digest('hex')).toBe(certificate.sha256);
  }
  expect(await storedFiles()).toHaveLength(certificates.length);
}, 2_400_000);

/** Finished files of certificates; the draft of a killed writer has a name that begins with a dot. */
async function storedFiles(): Promise<string[]> {
  const entries = await readdir(join(env.DATA_DIR, 'files', 'certificates'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map(({ name }) => name);
}

/** It ends with the first loss; a loss is a matter of luck. */
const MOST_KILLS_OF_CONTROL = 50;

test('control: with the job outside the transaction the same loop loses certificates', async () => {
  const before = await Certificate.count();
  await killAgainAndAgain({
    actors,
    nodeOptions: ['--import', join(import.meta.dirname, '../../../test/trouble/late-enqueue-hook.ts')],
    afterKill: async (kills) => (kills < MOST_KILLS_OF_CONTROL && (await stuck()) === 0 ? 'again' : 'enough'),
  });
  await drain();
  expect(await Certificate.count()).toBeGreaterThan(before);
  expect(await stuck()).toBeGreaterThan(0);
  expect(await unissued()).toBe(await stuck());
}, 2_400_000);
