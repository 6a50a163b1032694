import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import '../../models.ts';
import { advanceClock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { database, transaction } from '../../platform/db/database.ts';
import { runDueJobs } from '../../platform/jobs/worker.ts';
import { useDatabase } from '../../test/database.ts';
import { staffActor } from '../../test/registry-factories.ts';
import { listAudit, type AuditFilter } from './list-audit.ts';
import { AuditEntry, AuditSeal } from './model.ts';
import { scheduleSeal } from './schedule-seal.ts';
import { sealAuditJob } from './seal-audit.job.ts';
import { sealAudit } from './seal-audit.ts';
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
  releaseClock();
});

describe('the log is found', () => {
  const details = async (filter: AuditFilter) => (await listAudit(filter)).items.map(({ detail }) => detail);

  test.each<[string, AuditFilter, string[]]>([
    ['newest first', {}, ['第三条', '第二条', '第一条']],
    ['by day in Shanghai, both days included', { from: '2026-11-21', to: '2026-11-21' }, ['第二条']],
    ['from a day on', { from: '2026-11-21' }, ['第三条', '第二条']],
    ['by action', { action: 'certificate.issued' }, ['第二条']],
    ['by who did it', { search: '陆明章' }, ['第三条']],
    ['by the system', { search: '系统' }, ['第二条']],
    ['by number', { search: '2611210001' }, ['第二条']],
    ['by the beginning of a name', { search: '林知' }, ['第一条']],
    ['by the beginning of a name and action', { search: '林知', action: 'certificate.issued' }, []],
  ])('%s', async (_what, filter, found) => {
    expect(await details(filter)).toEqual(found);
  });

  test('page by page', async () => {
    const first = await listAudit({ limit: 2 });
    expect(first).toMatchObject({ total: 3, totalIsCapped: false, next: expect.any(String) });
    expect((await listAudit({ limit: 2, cursor: first.next ?? '' })).items.map(({ detail }) => detail)).toEqual([
      '第一条',
    ]);
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

describe('behind our back', () => {
  beforeEach(async () => {
    await AuditSeal.destroy({ where: {} });
    await AuditEntry.destroy({ where: {} });
    freezeClock('2026-11-22T10:00:00+08:00');
    for (let i = 0; i < 4; i++) await write({ targetId: i });
    advanceClock(3_600_000);
  });
  afterEach(releaseClock);
  const ids = async () => (await AuditEntry.findAll({ order: [['id', 'ASC']] })).map(({ id }) => id);

  test.each(['at', 'account_id', 'actor', 'action', 'target_kind', 'target_id', 'target', 'detail', 'address'])(
    'a changed %s is found out, sealed or not',
    async (column) => {
      expect(await verifyAudit()).toEqual({ altered: [], broken: [] });
      const [first] = await ids();
      await database.sequelize.query(`UPDATE audit_entries SET ${column} = '5' WHERE id = ${first}`);
      expect(await verifyAudit()).toEqual({ altered: [first], broken: [] });
      await sealAudit();
      expect(await verifyAudit()).toMatchObject({ altered: [first] });
    },
  );

  test('a removed line is found out once it was sealed', async () => {
    expect(await sealAudit()).toBe(4);
    const [first = 0, second, , last = 0] = await ids();
    expect(await verifyAudit()).toEqual({ altered: [], broken: [] });
    await AuditEntry.destroy({ where: { id: second } });
    expect((await verifyAudit()).broken).toMatchObject([{ until: last }]);
    expect(first).toBeLessThan(last);
  });

  test('a copied line is found out', async () => {
    const entries = await AuditEntry.findAll({ order: [['id', 'ASC']] });
    await AuditEntry.destroy({ where: { id: entries[1]?.id } });
    await sealAudit();
    await AuditEntry.create({ ...entries[0]!.get(), id: entries[1]!.id });
    expect((await verifyAudit()).broken).toHaveLength(1);
  });

  test('a removed seal is found out by the next one', async () => {
    await sealAudit();
    await write();
    advanceClock(3_600_000);
    await sealAudit();
    const [first] = await AuditSeal.findAll({ order: [['id', 'ASC']] });
    await first?.destroy();
    expect((await verifyAudit()).broken).toHaveLength(1);
  });

  test('entries that may still be overtaken are not sealed yet; nothing is sealed twice', async () => {
    await write();
    expect(await sealAudit()).toBe(4);
    expect(await sealAudit()).toBe(0);
    advanceClock(3_600_000);
    expect(await sealAudit()).toBe(1);
    expect(await verifyAudit()).toEqual({ altered: [], broken: [] });
  });

  test('the job seals and comes back in an hour, once however many ask', async () => {
    await scheduleSeal();
    await scheduleSeal();
    const handlers = { 'seal-audit': sealAuditJob };
    expect(await runDueJobs(handlers)).toBe(0);
    advanceClock(3_600_000);
    expect(await runDueJobs(handlers)).toBe(1);
    expect(await AuditSeal.count()).toBe(1);
    advanceClock(3_600_000);
    expect(await runDueJobs(handlers)).toBe(1);
  });
});
