import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { selfAuditEndpoints } from '../../contract/self-audit/endpoints.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { database } from '../../platform/db/database.ts';
import { storage } from '../../platform/storage/storage.ts';
import { useApi } from '../../test/api.ts';
import { issue } from '../../test/factories/certificate.ts';
import { doDueWork, useOffice } from '../../test/office.ts';
import { makeFirm, memberActor } from '../../test/factories/registry.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { Certificate, CertificateType, CertificateWording } from '../certificates/model.ts';
import { currentWording } from '../certificates/types/find-type.ts';
import { Setting } from '../settings/model.ts';
import { OFFICE, readSettings } from '../settings/read-settings.ts';
import { SelfAudit } from './model.ts';
import { runSelfAudit } from './run-self-audit.ts';
import { scheduleSelfAudit, startNightlyAudit } from './start-self-audit.ts';

useOffice();
const api = useApi();
const DAY_MS = 86_400_000;

const issued: Certificate[] = [];
beforeAll(async () => {
  const actor = await memberActor({ firmId: (await makeFirm()).id });
  for (let n = 0; n < 5; n++) issued.push(await issue(actor));
});
beforeEach(() => freezeClock(clock.now()));
afterEach(releaseClock);

const nth = (n: number): Certificate => {
  const certificate = issued[n];
  if (!certificate) throw new Error(`there is no certificate ${n}`);
  return certificate;
};
const keyOf = (n: number) => nth(n).storageKey ?? '';

/** Has everything read as staff do, and answers what they see. */
async function readAll() {
  const as = await staffToken('administrator');
  const started = await api.call(selfAuditEndpoints.startSelfAudit, { as, body: {} });
  expect(started.status).toBe(200);
  await doDueWork();
  const rounds = (await api.call(selfAuditEndpoints.listSelfAudits, { as })).json['items'] as { id: number }[];
  const params = { id: rounds[0]?.id ?? 0 };
  const faults = (await api.call(selfAuditEndpoints.listSelfAuditFaults, { as, params })).json['items'];
  return { round: rounds[0], faults };
}

test('certificates as they were issued have no fault', async () => {
  const { round, faults } = await readAll();
  expect(round).toMatchObject({ scope: 'all', checked: 5, faulty: 0, orphans: 0, finishedAt: expect.any(String) });
  expect(faults).toEqual([]);
});

test('a lost, altered, exchanged or forged file and a record that was tampered with are each found, and nothing else', async () => {
  const files = await Promise.all([0, 1, 2, 3].map((n) => storage.get(keyOf(n))));
  const file = (n: number): Buffer => Buffer.from(files[n] ?? '');
  const altered = file(1);
  altered.write('X', altered.indexOf('%PDF-1.7') + 3, 'latin1');
  await storage.delete(keyOf(0));
  await storage.put(keyOf(1), altered);
  // Who can write both the file and its hash still cannot sign.
  const forged = file(2);
  forged[200] = (forged[200] ?? 0) ^ 1;
  await storage.put(keyOf(2), forged);
  const { sha256 } = nth(2);
  await Certificate.update({ sha256: createHash('sha256').update(forged).digest('hex') }, { where: { id: nth(2).id } });
  const { letter } = nth(3);
  await Certificate.update({ letter: { ...letter, paragraphs: [] } }, { where: { id: nth(3).id } });

  const { round, faults } = await readAll();
  expect(round).toMatchObject({ checked: 5, faulty: 4 });
  expect(faults).toMatchObject([
    { number: nth(0).number, kind: 'missing' },
    { number: nth(1).number, kind: 'altered' },
    { number: nth(2).number, kind: 'signature' },
    { number: nth(3).number, kind: 'facts', applicationId: nth(3).applicationId },
  ]);

  // What was mended is no fault any more.
  for (const n of [0, 1, 2]) await storage.put(keyOf(n), file(n));
  await Certificate.update({ sha256 }, { where: { id: nth(2).id } });
  await Certificate.update({ letter }, { where: { id: nth(3).id } });
  expect((await readAll()).round).toMatchObject({ checked: 5, faulty: 0 });
});

test('a file that no certificate names is told of once it is a day old, and left where it is', async () => {
  const key = `certificates/2026/01/${nth(4).id}-0000000000000000.pdf`;
  await storage.put(key, Buffer.from('left behind'));
  expect((await readAll()).round).toMatchObject({ orphans: 0 });
  advanceClock(2 * DAY_MS);
  const { round, faults } = await readAll();
  expect(round).toMatchObject({ faulty: 0, orphans: 1 });
  expect(faults).toMatchObject([{ kind: 'orphan', detail: key, number: '' }]);
  expect(await storage.exists(key)).toBe(true);
  await storage.delete(key);
});

test('a round that was interrupted goes on where it stood', async () => {
  await startNightlyAudit();
  const round = await SelfAudit.findOne({ order: [['id', 'DESC']], rejectOnEmpty: true });
  await round.update({ untilCertificateId: nth(2).id, checked: 3 });
  await expect(runSelfAudit(round.id, AbortSignal.abort())).rejects.toThrow();
  await doDueWork();
  expect(await round.reload()).toMatchObject({ checked: 5, faulty: 0, finishedAt: expect.any(Number) });
  // Called again, a finished round stays as it is.
  await runSelfAudit(round.id, new AbortController().signal);
  expect(await round.reload()).toMatchObject({ checked: 5 });
});

test('within four weeks of nights every certificate is read, and each night asks for the next', async () => {
  await SelfAudit.destroy({ where: {} });
  await database.sequelize.query('DELETE FROM jobs');
  advanceClock(30 * DAY_MS);
  await scheduleSelfAudit();
  let nights = 0;
  for (let day = 0; day < 28; day++) {
    advanceClock(DAY_MS);
    await doDueWork();
    nights = await SelfAudit.count({ where: { scope: 'share' } });
    expect(nights).toBe(day + 1);
  }
  expect(await SelfAudit.sum('checked')).toBe(5);
  expect(await SelfAudit.count({ where: { finishedAt: null } })).toBe(0);
});

test('settings and wordings that nobody has saved or published are named, until they are as they were', async () => {
  const type = await CertificateType.findOne({ where: { code: 'firm-clean' }, rejectOnEmpty: true });
  const wording = await currentWording(type.id);
  await CertificateWording.update({ body: '{{firm}}资信优良。' }, { where: { id: wording.id } });
  const value = JSON.stringify({ ...(await readSettings()), association: '某某协会' });
  await Setting.upsert({ name: OFFICE, value, updatedAt: clock.now() }, { conflictFields: ['name'] });
  const details = async () => {
    const faults = (await readAll()).faults as { kind: string; detail: string }[];
    return faults.filter(({ kind }) => kind === 'record').map(({ detail }) => detail);
  };
  expect(await details()).toEqual([
    expect.stringContaining('协会设置'),
    expect.stringMatching(new RegExp(`${type.label}.*正文不是经管理员发布的`)),
  ]);
  await CertificateWording.update({ body: wording.body }, { where: { id: wording.id } });
  await Setting.destroy({ where: { name: OFFICE } });
  expect(await details()).toEqual([]);
});
