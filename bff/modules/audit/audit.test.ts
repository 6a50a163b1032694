import { beforeAll, describe, expect, test } from '@jest/globals';
import '../../models.ts';
import { freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { database, transaction } from '../../platform/db/database.ts';
import { useDatabase } from '../../test/database.ts';
import { staffActor } from '../../test/registry-factories.ts';
import { findAlteredEntries } from './find-altered-entries.ts';
import { listAudit, type AuditFilter } from './list-audit.ts';
import { AuditEntry } from './model.ts';
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

test('a line altered behind our back is found out, whichever column it is', async () => {
  expect(await findAlteredEntries()).toEqual([]);
  const columns = ['at', 'account_id', 'actor', 'action', 'target_kind', 'target_id', 'target', 'detail', 'address'];
  for (const column of columns) {
    const { id } = await transaction((t) =>
      writeAudit({ ...entry, targetId: 9 }, t).then(() =>
        AuditEntry.findOne({ where: { targetId: 9 }, order: [['id', 'DESC']], transaction: t, rejectOnEmpty: true }),
      ),
    );
    await database.sequelize.query(`UPDATE audit_entries SET ${column} = '5' WHERE id = ${id}`);
    expect(await findAlteredEntries()).toEqual([id]);
    await AuditEntry.destroy({ where: { id } });
  }
});
