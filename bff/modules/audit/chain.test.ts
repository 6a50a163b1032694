import { beforeEach, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { QueryTypes, type Transaction } from 'sequelize';
import '../../models.ts';
import { database, transaction } from '../../platform/db/database.ts';
import { root } from '../../platform/paths.ts';
import { useDatabase } from '../../test/database.ts';
import { staffActor } from '../../test/factories/registry.ts';
import { tenthOf } from '../../test/heavy.ts';
import { processEnv } from '../../test/trouble/process-env.ts';
import { chainAudit } from './chain-audit.ts';
import { forgetKnownEnd } from './known-end.ts';
import { AuditChain, AuditEntry } from './model.ts';
import { verifyAudit } from './verify-audit.ts';
import { writeAudit } from './write-audit.ts';

useDatabase();
const actor = staffActor('registrar');
const write = (targetId: number) =>
  transaction((t) =>
    writeAudit({ actor, action: 'lawyer.updated', targetKind: 'lawyer', targetId, target: `林知远${targetId}` }, t),
  );
const ENTRIES = 40;
beforeEach(async () => {
  await AuditEntry.destroy({ where: {} });
  await AuditChain.destroy({ where: {} });
  forgetKnownEnd();
  for (let n = 1; n <= ENTRIES; n++) await write(n);
  await chainAudit();
});

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
const sql = (statement: string, values: unknown[], t: Transaction) =>
  database.sequelize.query(statement, { replacements: values, type: QueryTypes.RAW, transaction: t });

/** What somebody with the database in hand, but without our key, may do to it. */
const EDITS: Record<string, (ids: number[], t: Transaction) => Promise<unknown>> = {
  async change(ids, t) {
    const text = [
      'actor',
      'action',
      'target_kind',
      'target',
      'detail',
      'address',
      'mac',
      'nonce',
      'previous_hash',
      'hash',
    ];
    const number = ['at', 'account_id', 'target_id'];
    const column = pick([...text, ...number]);
    const value = number.includes(column) ? Math.floor(Math.random() * 1e9) + 1e6 : `x${Math.random()}`.slice(0, 9);
    await sql(`UPDATE audit_entries SET ${column} = ? WHERE id = ?`, [value, pick(ids)], t);
  },
  delete: (ids, t) => sql('DELETE FROM audit_entries WHERE id = ?', [pick(ids)], t),
  async insert(ids, t) {
    const { id: _id, ...columns } = (
      await AuditEntry.findByPk(pick(ids), { transaction: t, rejectOnEmpty: true })
    ).get();
    const place = pick([
      { chainNo: null, previousHash: null, hash: null },
      { chainNo: ENTRIES + 1, previousHash: columns.hash, hash: columns.hash },
      { chainNo: 0, previousHash: '', hash: columns.hash },
    ]);
    const nonce = pick([null, `forged${Math.random()}`.slice(0, 20)]);
    await AuditEntry.create({ ...columns, ...place, nonce }, { transaction: t });
  },
  async reorder(ids, t) {
    const one = pick(ids);
    const two = pick(ids.filter((id) => id !== one));
    const [a, b] = await Promise.all(
      [one, two].map((id) => AuditEntry.findByPk(id, { transaction: t, rejectOnEmpty: true })),
    );
    if (!a || !b) throw new Error('two entries');
    const before = { a: { ...a.get() }, b: { ...b.get() } };
    const places = pick([['chainNo'], ['chainNo', 'previousHash', 'hash']] as const);
    const take = (from: AuditEntry['dataValues']) => Object.fromEntries(places.map((name) => [name, from[name]]));
    await a.update({ chainNo: null }, { transaction: t });
    await b.update(take(before.a), { transaction: t });
    await a.update(take(before.b), { transaction: t });
  },
  async truncate(ids, t) {
    const kept = Math.floor(Math.random() * ids.length);
    await sql('DELETE FROM audit_entries WHERE chain_no > ?', [kept], t);
    // Half of the time the end is made to fit, as far as that can be done without our key.
    if (Math.random() < 0.5) {
      const last = await AuditEntry.findOne({ where: { chainNo: kept }, transaction: t });
      await sql('UPDATE audit_chains SET length = ?, hash = ?', [kept, last?.hash ?? ''], t);
    }
  },
};

class Undone extends Error {}

/** Whether the check finds an edit; the edit is undone afterwards. */
async function isFound(edit: (ids: number[], t: Transaction) => Promise<unknown>, ids: number[]): Promise<boolean> {
  let found = false;
  const undone = transaction(async (t) => {
    await edit(ids, t);
    const { altered, broken } = await verifyAudit(t);
    found = altered.length + broken.length > 0;
    throw new Undone();
  });
  await expect(undone).rejects.toThrow(Undone);
  return found;
}

const EDITS_TRIED = tenthOf(1_000);

test(`each of ${EDITS_TRIED} random edits is found`, async () => {
  const ids = (await AuditEntry.findAll({ attributes: ['id'] })).map(({ id }) => id);
  expect(await verifyAudit()).toMatchObject({ altered: [], broken: [], length: ENTRIES });
  const missed: string[] = [];
  for (let n = 0; n < EDITS_TRIED; n++) {
    const kind = pick(Object.keys(EDITS));
    if (!(await isFound(EDITS[kind]!, ids))) missed.push(kind);
  }
  expect(missed).toEqual([]);
  // Control: what is not edited is not found, or the check would only ever say yes.
  expect(await isFound(async () => undefined, ids)).toBe(false);
  expect(await verifyAudit()).toMatchObject({ altered: [], broken: [], length: ENTRIES });
}, 120_000);

test('entries written at once while several chain: all in one chain, each once', async () => {
  const chaining = Array.from({ length: 3 }, async () => {
    for (let n = 0; n < 10; n++) await chainAudit();
  });
  await Promise.all([...chaining, ...Array.from({ length: 100 }, (_, n) => write(1_000 + n))]);
  await chainAudit();
  expect(await verifyAudit()).toMatchObject({ altered: [], broken: [], length: ENTRIES + 100, unchained: 0 });
});

test('control: hashes that do not cover the one before would let an entry disappear', async () => {
  const entries = await AuditEntry.findAll({ order: ['id'] });
  const [, second, ...rest] = entries;
  // As if each entry only had its own MAC: without the chain nothing says that one is missing.
  await AuditEntry.update({ chainNo: null, previousHash: null, hash: null }, { where: {} });
  await AuditChain.destroy({ where: {} });
  await second?.destroy();
  expect(rest).toHaveLength(ENTRIES - 2);
  expect(await verifyAudit()).toMatchObject({ altered: [], broken: [] });
});

describe('the command verify-audit', () => {
  const run = async (...args: string[]) => {
    const script = join(root, 'bff/commands/verify-audit.ts');
    return promisify(execFile)(process.execPath, [script, ...args], { env: processEnv() }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
    );
  };

  test('says that nothing was touched, or where; an earlier state of everything is found by a noted place', async () => {
    const whole = await run();
    expect(whole).toMatchObject({ code: 0, stdout: expect.stringContaining(`共 ${ENTRIES} 条`) as unknown });
    const [, noted = ''] = /末尾 (\S+)\n/.exec(whole.stdout) ?? [];
    expect(await run('--through', noted)).toMatchObject({ code: 0 });

    const end = await AuditChain.findByPk(1, { rejectOnEmpty: true });
    const earlier = { ...end.get() };
    await write(99);
    await chainAudit();
    const later = await run();
    const [, notedLater = ''] = /末尾 (\S+)\n/.exec(later.stdout) ?? [];
    // Put back as it was, with the end of that time: consistent in itself.
    await AuditEntry.destroy({ where: { chainNo: ENTRIES + 1 } });
    await AuditChain.update(earlier, { where: { id: 1 } });
    expect(await run()).toMatchObject({ code: 0 });
    expect(await run('--through', notedLater)).toMatchObject({ code: 1 });

    await AuditEntry.destroy({ where: { chainNo: 7 } });
    expect(await run()).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('操作日志第 7 至 7 位被删除、插入或调换') as unknown,
    });
  });
});
