import { beforeAll, expect, jest, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { env } from '../../env.ts';
import { readSettings } from '../../modules/settings/read-settings.ts';
import { updateSettings } from '../../modules/settings/update-settings.ts';
import { advanceClock, clock, freezeClock } from '../../platform/clock/clock.ts';
import { subkey } from '../../platform/crypto/data-key.ts';
import { kv } from '../../platform/kv/kv.ts';
import { database } from '../../platform/db/database.ts';
import { registry, observeDueJobs } from '../../platform/metrics/metrics.ts';
import { renderPdf, startPdf } from '../../platform/pdf/render.ts';
import { signer, startSigner } from '../../platform/signer/signer.ts';
import { storage } from '../../platform/storage/storage.ts';
import { useDatabase } from '../database.ts';
import { makeFirm, staffActor } from '../factories/registry.ts';

const YEAR_MS = 365 * 86_400_000;
const memory = globalThis as { tracesOfKeys?: string[] };
const keys = (memory.tracesOfKeys ??= []);

/** A test file that finds everything as in a process of its own, and then leaves whatever a file can leave behind. */
export function looksForTracesAndLeavesThem(): void {
  useDatabase();
  let firmId = 0;
  beforeAll(async () => {
    firmId = (await makeFirm()).id;
  });

  test('nothing of another file is here', async () => {
    expect(firmId).toBe(1);
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(YEAR_MS / 2);
    expect(env.ASSOCIATION_NAME).toBe('江海市律师协会');
    expect(process.env['TRACE']).toBeUndefined();
    expect((await readSettings()).association).toBe('江海市律师协会');
    expect(await kv.get('trace')).toBeUndefined();
    expect(await storage.exists('trace/1')).toBe(false);
    expect(await registry.getSingleMetricAsString('jobs_due')).toContain('jobs_due 0');
    expect(keys).not.toContain(fingerprint());
    expect(await database.sequelize.getQueryInterface().tableExists('traces')).toBe(false);
    expect(() => signer.subject).toThrow('startSigner');
    await expect(renderPdf('receipt', {}, { creationTime: 0 })).rejects.toThrow('startPdf');
  });

  test('this file leaves its traces', async () => {
    keys.push(fingerprint());
    await startSigner();
    await startPdf({ workers: 1 });
    await kv.set('trace', 'here', { ttlMs: YEAR_MS });
    await database.sequelize.query('CREATE TABLE traces (id BIGINT PRIMARY KEY)');
    await storage.put('trace/1', Buffer.from('here'));
    jest.spyOn(storage, 'exists').mockResolvedValue(true);
    const settings = { ...(await readSettings()), association: '另一个协会' };
    await updateSettings({ actor: staffActor('administrator'), settings });
    await readSettings();
    observeDueJobs(7);
    Object.assign(env, { ASSOCIATION_NAME: '另一个协会' });
    process.env['TRACE'] = 'here';
    freezeClock(clock.now());
    advanceClock(YEAR_MS);
    expect(signer.subject).toContain('江海市律师协会');
  });
}

const fingerprint = () => createHmac('sha256', subkey('traces')).update('').digest('hex');
