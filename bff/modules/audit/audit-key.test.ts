import { beforeEach, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { env } from '../../env.ts';
import '../../models.ts';
import { auditMac, forgetAuditKeys, presentAuditKey } from '../../platform/crypto/audit-key.ts';
import { keyedIndex } from '../../platform/crypto/keyed-index.ts';
import { database, transaction } from '../../platform/db/database.ts';
import { storage } from '../../platform/storage/storage.ts';
import { useDatabase } from '../../test/database.ts';
import { readAnchors } from './anchors.ts';
import { chainAudit } from './chain-audit.ts';
import { checkAnchors } from './check-anchors.ts';
import { endMacOf, hashOf, macOf } from './entry-mac.ts';
import { forgetKnownEnd, KNOWN_END } from './known-end.ts';
import { AuditChain, AuditEntry } from './model.ts';
import { reAnchorAudit } from './re-anchor-audit.ts';
import { sealAudit } from './seal-audit.ts';
import { verifyAudit } from './verify-audit.ts';
import { writeAudit } from './write-audit.ts';

useDatabase();

const newKey = () => randomBytes(32).toString('base64');
const write = (targetId: number) =>
  transaction((t) =>
    writeAudit({ actor: null, action: 'job.retried', targetKind: 'job', targetId, target: '任务' }, t),
  );
const found = async () => {
  const { altered, broken } = await verifyAudit();
  return { altered: altered.length, broken: broken.length, anchors: await checkAnchors() };
};
const NOTHING = { altered: 0, broken: 0, anchors: [] };

/** The log is sealed by this key from now on; by those before it was. */
function sealBy(present: string, ...former: string[]): void {
  Object.assign(env, { AUDIT_KEY: present, AUDIT_FORMER_KEYS: former });
  forgetAuditKeys();
}

/** As an earlier version left it: every line, the end and the anchors by the data key. */
async function asBefore(): Promise<void> {
  let hash = '';
  for (const entry of await AuditEntry.findAll({ order: ['id'] })) {
    const mac = macOf({ ...entry.get(), keyId: null });
    const link = { chainNo: (entry.chainNo ?? 0) as number, previousHash: hash, id: entry.id, mac, keyId: null };
    await entry.update({ mac, keyId: null, previousHash: hash, hash: hashOf(link) });
    hash = entry.hash ?? '';
  }
  const end = await AuditChain.findByPk(1, { rejectOnEmpty: true });
  const { length, legacy } = end;
  await end.update({ hash, keyId: null, mac: endMacOf({ length, hash, legacy, keyId: null }) });
  await storage.delete(KNOWN_END);
  forgetKnownEnd();
}

let first = '';
beforeEach(async () => {
  for await (const { key } of storage.list('audit')) await storage.delete(key);
  await AuditEntry.destroy({ where: {} });
  await AuditChain.destroy({ where: {} });
  forgetKnownEnd();
  first = newKey();
  sealBy(first);
  for (let n = 1; n <= 10; n++) await write(n);
  await chainAudit();
});

test('it is another key than the data key, however the data key is used', () => {
  expect(auditMac(presentAuditKey(), 'audit_entries', 'x')).not.toBe(keyedIndex('audit_entries', 'x'));
  expect(auditMac(null, 'audit_entries', 'x')).toBe(keyedIndex('audit_entries', 'x'));
  expect(auditMac('00000000', 'audit_entries', 'x')).toBe('');
});

describe('another key takes its place', () => {
  test('the former verifies, the new one seals; nothing is chained until the whole log was read', async () => {
    await sealAudit();
    sealBy(newKey(), first);
    await write(11);
    expect(await chainAudit()).toBe(0);
    await expect(sealAudit()).rejects.toThrow('还没有换用新的密钥');
    await reAnchorAudit();
    expect(await found()).toEqual(NOTHING);
    const keys = (await AuditEntry.findAll({ order: ['chainNo'] })).map(({ keyId }) => keyId === presentAuditKey());
    expect(keys).toEqual([...Array<boolean>(10).fill(false), true, true]);
    expect((await readAnchors()).anchors.map(({ key }) => key === presentAuditKey())).toEqual([false, true]);
    // Done once: asked again, it only seals.
    await reAnchorAudit();
    expect(await AuditEntry.count({ where: { action: 'audit.re-keyed' } })).toBe(1);
  });

  test('without the former nothing of its time is believed, nor sealed anew', async () => {
    sealBy(newKey());
    expect((await found()).altered).toBe(10);
    await expect(reAnchorAudit()).rejects.toThrow('末尾');
  });

  test('what a former key seals afterwards is found: somebody got hold of it', async () => {
    const second = newKey();
    sealBy(second, first);
    await write(11);
    await reAnchorAudit();
    sealBy(first, second);
    await write(12);
    sealBy(second, first);
    expect((await found()).altered).toBe(1);
    await chainAudit();
    expect((await found()).altered).toBe(1);
  });
});

describe('a log of the time before it had its own key', () => {
  test('is sealed by the new one after it was read, its lines as they are', async () => {
    await asBefore();
    expect(await found()).toEqual(NOTHING);
    const before = (await AuditEntry.findAll({ order: ['id'] })).map(({ mac, hash }) => [mac, hash]);
    await reAnchorAudit();
    expect(await found()).toEqual(NOTHING);
    const after = (await AuditEntry.findAll({ order: ['id'], limit: 10 })).map(({ mac, hash }) => [mac, hash]);
    expect(after).toEqual(before);
    const [line] = await AuditEntry.findAll({ where: { action: 'audit.re-keyed' } });
    expect(line?.detail).toContain('没有发现问题');
  });

  test('gaps that were there are counted and stay gaps', async () => {
    await asBefore();
    await AuditEntry.destroy({ where: { chainNo: 4 } });
    await AuditEntry.update({ actor: '某某' }, { where: { chainNo: 6 } });
    const gaps = await found();
    expect(gaps).toMatchObject({ altered: 1, anchors: [] });
    expect(gaps.broken).toBeGreaterThan(0);
    await reAnchorAudit();
    expect(await found()).toEqual(gaps);
    const [line] = await AuditEntry.findAll({ where: { action: 'audit.re-keyed' } });
    expect(line?.detail).toContain('仍列为问题');
  });

  test.each([
    ['an end that was cut off', () => AuditEntry.destroy({ where: { chainNo: 10 } })],
    ['an end that was made to fit', () => cutWithItsEnd()],
    ['an emptied log', () => AuditEntry.destroy({ where: {} })],
  ])('%s is not sealed', async (_what, act) => {
    await asBefore();
    await act();
    await expect(reAnchorAudit()).rejects.toThrow('末尾');
    const end = await AuditChain.findByPk(1, { rejectOnEmpty: true });
    expect(end.keyId).toBeNull();
  });

  test('who has the data key alone cannot rewrite it any more once it was anchored', async () => {
    await asBefore();
    await reAnchorAudit();
    const entry = await AuditEntry.findOne({ where: { chainNo: 3 }, rejectOnEmpty: true });
    await entry.update({ actor: '某某', mac: macOf({ ...entry.get(), actor: '某某' }) });
    // The chain made to fit as far as the data key goes: up to the first line of the new one.
    let hash = '';
    for (const one of await AuditEntry.findAll({ where: { keyId: null }, order: ['chainNo'] })) {
      const link = { chainNo: one.chainNo ?? 0, previousHash: hash, id: one.id, mac: one.mac, keyId: null };
      await one.update({ previousHash: hash, hash: hashOf(link) });
      hash = one.hash ?? '';
    }
    expect((await found()).broken).toBeGreaterThan(0);
  });
});

test('an end that somebody cut is not gone on from', async () => {
  await cutWithItsEnd();
  // By a process that has just begun; the one that wrote it knows the end itself.
  forgetKnownEnd();
  await write(11);
  await expect(chainAudit()).rejects.toThrow('末尾被改动');
  expect((await found()).broken).toBeGreaterThan(0);
});

/** The last line goes, and the end says so as far as that can be done without a key. */
async function cutWithItsEnd(): Promise<void> {
  await AuditEntry.destroy({ where: { chainNo: 10 } });
  const last = await AuditEntry.findOne({ where: { chainNo: 9 }, rejectOnEmpty: true });
  await database.sequelize.query('UPDATE audit_chains SET length = 9, hash = ?', { replacements: [last.hash] });
}
