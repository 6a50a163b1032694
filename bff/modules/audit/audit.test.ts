import { beforeAll, describe, expect, test } from '@jest/globals';
import '../../connections.ts';
import '../../models.ts';
import { advanceClock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { runDueJobs } from '../../platform/jobs/worker.ts';
import { useDatabase } from '../../test/database.ts';
import { makeFirm, makeLawyer, staffActor } from '../../test/factories/registry.ts';
import { chainAudit } from './chain-audit.ts';
import { macOf } from './entry-mac.ts';
import { listAudit, type AuditFilter } from './list-audit.ts';
import { AuditChain, AuditEntry } from './model.ts';
import { scheduleSeal } from './schedule-seal.ts';
import { sealAuditJob } from './seal-audit.job.ts';
import { verifyAudit } from './verify-audit.ts';
import { writeAudit, type AuditInput } from './write-audit.ts';

useDatabase();
const actor = staffActor('registrar');
const entry: AuditInput = {
  actor,
  action: 'lawyer.updated',
  targetKind: 'lawyer',
  targetId: 7,
  target: '林知远（执业证号：14499201210100017）',
};
const write = (input: Partial<AuditInput> = {}) => transaction((t) => writeAudit({ ...entry, ...input }, t));

beforeAll(async () => {
  freezeClock('2026-11-20T23:59:59.999+08:00');
  await write({ detail: '第一条' });
  freezeClock('2026-11-21T00:00:00+08:00');
  await write({ actor: null, action: 'certificate.issued', target: '2611210001', detail: '第二条' });
  freezeClock('2026-11-22T10:00:00+08:00');
  await write({ actor: { ...actor, name: '陆明章' }, target: '江海衡正律师事务所', detail: '第三条' });
  const himself = { targetKind: 'account', target: '陆明章' } as const;
  await write({ actor: { ...actor, name: '陆明章' }, action: 'session.signed-in', ...himself, detail: '第四条' });
  releaseClock();
});

describe('the log is found', () => {
  const details = async (filter: AuditFilter) => (await listAudit(filter)).items.map(({ detail }) => detail);

  test.each<[string, AuditFilter, string[]]>([
    ['newest first', {}, ['第四条', '第三条', '第二条', '第一条']],
    ['without who only signed in', { signIns: 'hidden' }, ['第三条', '第二条', '第一条']],
    ['signing in when it is asked for', { signIns: 'hidden', action: 'session.signed-in' }, ['第四条']],
    ['by day in Shanghai, both days included', { from: '2026-11-21', to: '2026-11-21' }, ['第二条']],
    ['from a day on', { from: '2026-11-21', signIns: 'hidden' }, ['第三条', '第二条']],
    ['by action', { action: 'certificate.issued' }, ['第二条']],
    ['by who did it', { actor: '陆明章', signIns: 'hidden' }, ['第三条']],
    ['by the system', { actor: '系统' }, ['第二条']],
    ['by who it was done to, of the same name as somebody who acted', { search: '陆明章' }, ['第四条']],
    ['by a licence number in groups', { search: '14499-2012-10100017' }, ['第一条']],
    ['by one object', { object: 'lawyer', objectId: 7, to: '2026-11-20' }, ['第一条']],
    ['by number', { search: '2611210001' }, ['第二条']],
    ['by the beginning of a name', { search: '林知' }, ['第一条']],
    ['by the beginning of a name and action', { search: '林知', action: 'certificate.issued' }, []],
  ])('%s', async (_what, filter, found) => {
    expect(await details(filter)).toEqual(found);
  });

  test('page by page', async () => {
    const first = await listAudit({ limit: 2, signIns: 'hidden' });
    expect(first).toMatchObject({ total: 3, totalIsCapped: false, next: expect.any(String) });
    expect(
      (await listAudit({ limit: 2, cursor: first.next ?? '', signIns: 'hidden' })).items.map(({ detail }) => detail),
    ).toEqual(['第一条']);
  });
});

test('an act that fails leaves no line', async () => {
  const before = await AuditEntry.count();
  const failing = transaction(async (t) => {
    await writeAudit(entry, t);
    throw new Error('the act failed');
  });
  await expect(failing).rejects.toThrow('the act failed');
  expect(await AuditEntry.count()).toBe(before);
});

test('what is too long is cut between characters', async () => {
  await write({ targetId: 8, target: '𬭎'.repeat(300), detail: '𠮷'.repeat(600) });
  const stored = await AuditEntry.findOne({ where: { targetId: 8 }, rejectOnEmpty: true });
  expect([...stored.target]).toHaveLength(200);
  expect([...stored.detail]).toHaveLength(500);
  expect(stored.target.endsWith('𬭎…')).toBe(true);
});

test('entries of the time before the chain come first; one that claims to be of that time later is found out', async () => {
  await AuditEntry.destroy({ where: {} });
  await AuditChain.destroy({ where: {} });
  for (let i = 0; i < 250; i++) await write({ targetId: i });
  for (const old of await AuditEntry.findAll({ limit: 120, order: ['id'] })) {
    const columns = { ...old.get(), nonce: null };
    await old.update({ nonce: null, mac: macOf(columns) });
  }
  expect(await chainAudit()).toBe(250);
  expect(await verifyAudit()).toMatchObject({ altered: [], broken: [], length: 250, unchained: 0 });
  const first = await AuditEntry.findOne({ order: ['id'], rejectOnEmpty: true });
  const { id: _id, ...copied } = first.get();
  const slipped = await AuditEntry.create({ ...copied, chainNo: null, previousHash: null, hash: null });
  expect(await chainAudit()).toBe(0);
  expect(await verifyAudit()).toMatchObject({ altered: [slipped.id], broken: [] });
  await slipped.destroy();
});

test('the job notes the end of the chain and comes back in an hour, once however many ask', async () => {
  freezeClock('2026-11-22T10:00:00+08:00');
  await write();
  await scheduleSeal();
  await scheduleSeal();
  const handlers = { 'seal-audit': sealAuditJob };
  expect(await runDueJobs(handlers)).toBe(0);
  advanceClock(3_600_000);
  expect(await runDueJobs(handlers)).toBe(1);
  expect(await verifyAudit()).toMatchObject({ unchained: 0 });
  advanceClock(3_600_000);
  expect(await runDueJobs(handlers)).toBe(1);
  releaseClock();
});

test('things are found by a name, however its dots and blanks are typed, of today and of before', async () => {
  const found = async (search: string) => (await listAudit({ search })).items.map(({ detail }) => detail);
  const firm = await makeFirm();
  for (const [name, logged, ways] of [
    ['江潮山', '江　潮山', ['江潮山', '江　潮　山', '江 潮 山']],
    ['买买提·艾力', '买买提•艾力', ['买买提·艾力', '买买提•艾力', '买买提艾力', '买买提 艾力']],
  ] as const) {
    const { id } = await makeLawyer({ firmId: firm.id, name });
    await write({ targetId: id, target: `${logged}（旧）`, detail: `${name}甲` });
    await write({ targetKind: 'account', targetId: 0, target: name, detail: `${name}乙` });
    for (const search of ways) expect(await found(search)).toEqual(expect.arrayContaining([`${name}甲`]));
    for (const search of ways.slice(0, 2)) expect(await found(search)).toContain(`${name}乙`);
  }
});
