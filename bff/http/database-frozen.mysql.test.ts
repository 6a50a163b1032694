import { z } from 'zod';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startServices, type Services } from '../../scripts/test/services.mjs';
import { accountEndpoints } from '../contract/accounts/endpoints.ts';
import { certificateEndpoints } from '../contract/certificates/endpoints.ts';
import { fileEndpoints } from '../contract/files/endpoints.ts';
import { verificationEndpoints } from '../contract/verification/endpoints.ts';
import { env } from '../env.ts';
import { installShippedTypes } from '../modules/certificates/types/install-types.ts';
import { Application } from '../modules/certificates/model.ts';
import '../models.ts';
import { Firm } from '../modules/registry/model.ts';
import { database, select, transaction } from '../platform/db/database.ts';
import { DatabaseAway } from '../platform/db/connecting/server-watch.ts';
import { memberToken, useApi, type Answer } from '../test/api.ts';
import { newKey } from '../test/factories/certificate.ts';
import { useDatabase } from '../test/database.ts';
import { eventually } from '../test/eventually.ts';
import { PDF } from '../test/files.ts';
import { liftLimits } from '../test/office.ts';
import { givePassword, makeFirm } from '../test/factories/registry.ts';
import { anyRow } from '../test/any-row.ts';

/** What the operations manual promises. */
const ANSWERED_WITHIN_MS = 5_000;
const POOL = 5;
const PASSWORD = 'correct horse 1';
const dist = join(env.DATA_DIR, 'dist');

// A MariaDB of this file's own: the others' must not be frozen.
let services: Services;
beforeAll(async () => {
  services = await startServices();
  env.DATABASE_URL = `${services.mysqlUrl}/lvzheng_frozen`;
  env.DATABASE_POOL = POOL;
  for (const client of ['h5', 'admin']) {
    await mkdir(join(dist, client), { recursive: true });
    await writeFile(join(dist, client, 'index.html'), `<html><head><title>${client}</title></head></html>`);
    await writeFile(join(dist, client, 'app.js'), 'void 0;');
  }
});
useDatabase();
const api = useApi(dist);
let as = '';
let login = '';
beforeAll(async () => {
  await installShippedTypes();
  await liftLimits();
  const firm = await makeFirm();
  login = firm.licenceNo;
  as = await memberToken({ firmId: firm.id });
  await givePassword({ firmId: firm.id }, PASSWORD);
});
afterAll(async () => {
  thaw();
  await services.stop();
});
/** Its threads stop one after the other: frozen is only when the last of them stands still. */
async function freeze(): Promise<void> {
  process.kill(services.mysqlPid, 'SIGSTOP');
  const tasks = `/proc/${services.mysqlPid}/task`;
  await eventually(async () => {
    for (const task of await readdir(tasks)) {
      expect(await readFile(join(tasks, task, 'stat'), 'utf8')).toMatch(/\) T /);
    }
  });
}
const thaw = () => process.kill(services.mysqlPid, 'SIGCONT');

const form = () => ({ type: 'firm-clean', email: 'post@example.com', since: '2022-01-01', idempotencyKey: newKey() });
const submit = () => api.call(certificateEndpoints.submitApplication, { as, body: form() });
const upload = () => {
  const body = new FormData();
  body.append('file', new Blob([Buffer.from(PDF)]), '同意书.pdf');
  return api.fetch('/api/files', { method: 'POST', headers: { authorization: `Bearer ${as}` }, body });
};
const asking: (() => Promise<Answer>)[] = [
  submit,
  upload,
  () => api.call(accountEndpoints.signIn, { body: { login, password: PASSWORD, tokenIn: 'reply' } }),
  () => api.call(accountEndpoints.showSession, { as }),
  () => api.call(certificateEndpoints.listApplications, { as }),
  () => api.call(verificationEndpoints.verifyNumber, { body: { number: '1', code: '1' } }),
  () => api.call(fileEndpoints.showAttachment, { as, params: { id: '1', file: 'a'.repeat(22) } }),
  () => api.fetch('/readyz'),
];

async function timed(ask: () => Promise<Answer>): Promise<{ answer: Answer; ms: number }> {
  const started = performance.now();
  const answer = await ask();
  return { answer, ms: performance.now() - started };
}

async function refusedSoon(times: number): Promise<void> {
  const all = await Promise.all(Array.from({ length: times }, () => asking.map(timed)).flat());
  for (const { answer, ms } of all) {
    expect(answer.status).toBe(503);
    expect(ms).toBeLessThan(ANSWERED_WITHIN_MS);
    if ('database' in answer.json) continue;
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(answer.json.error).toMatchObject({ code: 'unavailable', message: '服务暂时不可用，请稍后重试' });
  }
}

async function pagesOpen(): Promise<void> {
  for (const path of [
    '/',
    '/verify',
    '/c/abcdefghijklmnopqrstuv',
    '/admin',
    '/app.js',
    '/healthz',
    '/api/openapi.json',
  ]) {
    const { answer, ms } = await timed(() => api.fetch(path));
    expect([path, answer.status]).toEqual([path, 200]);
    expect(ms).toBeLessThan(ANSWERED_WITHIN_MS);
  }
}

/** Every connection that the server holds for us, and how many of the pool's are in use. */
async function connections(): Promise<{ atServer: number; inUse: number }> {
  const [row] = await select(
    z.strictObject({ n: z.int() }),
    "SELECT COUNT(*) AS n FROM information_schema.processlist WHERE db = 'lvzheng_frozen'",
    [],
  );
  const { pool } = (database.sequelize as unknown as { connectionManager: { pool: { using: number } } })
    .connectionManager;
  return { atServer: row?.n ?? 0, inUse: pool.using };
}

async function allIsWell(): Promise<void> {
  const all = await Promise.all(Array.from({ length: 3 * POOL }, () => submit()));
  expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
  expect((await api.fetch('/readyz')).status).toBe(200);
  await eventually(async () => {
    const { atServer, inUse } = await connections();
    expect(atServer).toBeLessThanOrEqual(POOL);
    expect(inUse).toBe(0);
  });
}

test('frozen twice: all that ask it are told so within 5 s, pages open, and once it runs again nothing is left over', async () => {
  for (let round = 1; round <= 2; round++) {
    await allIsWell();
    const before = await Application.count();
    await freeze();
    // More than there are connections, some of them under way; and again, once it is known.
    await refusedSoon(3);
    await pagesOpen();
    const later = await Promise.all(asking.map(timed));
    for (const { answer, ms } of later) expect([answer.status, ms < 2_000]).toEqual([503, true]);
    thaw();
    await eventually(async () => expect((await api.fetch('/readyz')).status).toBe(200));
    // What was refused has left nothing, nor does it come afterwards.
    expect(await Application.count()).toBe(before);
  }
  await allIsWell();
}, 600_000);

test('a transaction that is under way when it freezes is given up, and its locks with it', async () => {
  const { id } = await Application.findOne({ rejectOnEmpty: true });
  const lock = (t: Parameters<Parameters<typeof transaction>[0]>[0]) =>
    Application.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
  const interrupted = transaction(async (t) => {
    await lock(t);
    await freeze();
    await lock(t);
  });
  await expect(interrupted).rejects.toThrow('does not answer');
  await expect(select(anyRow, 'SELECT 1 AS one', [])).rejects.toThrow(DatabaseAway);
  thaw();
  await eventually(async () => expect(await select(anyRow, 'SELECT 1 AS one', [])).toEqual([{ one: 1 }]));
  await transaction(lock);
}, 600_000);

test('a long query is no frozen server: it is waited for', async () => {
  expect(await select(anyRow, 'SELECT SLEEP(6) AS slept', [])).toEqual([{ slept: 0 }]);
});

/** InnoDB's list of transactions is made anew only when nobody has read it for a tenth of a second. */
const MORE_THAN_CACHED = { everyMs: 250 };

test.each(['KILL', 'KILL QUERY'])(
  'a request of which the query is ended by %s: 503, and the next one is served',
  async (how) => {
    const firm = await Firm.findOne({ rejectOnEmpty: true });
    const answer = await transaction(async (t) => {
      await Firm.findByPk(firm.id, { transaction: t, lock: t.LOCK.UPDATE });
      const asked = submit();
      await eventually(async () => {
        const [waiting] = await select(
          z.strictObject({ id: z.int() }),
          `SELECT trx_mysql_thread_id AS id FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'`,
          [],
        );
        expect(waiting).toBeDefined();
        await database.sequelize.query(`${how} ${waiting?.id}`);
      }, MORE_THAN_CACHED);
      return asked;
    });
    expect([answer.status, answer.json.error?.code, answer.headers.get('retry-after')]).toEqual([
      503,
      'unavailable',
      '5',
    ]);
    await allIsWell();
  },
);
