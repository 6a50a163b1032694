import { expect, test } from '@jest/globals';
import '../../models.ts';
import { transaction } from '../../platform/db/database.ts';
import { storage, type StoredFile } from '../../platform/storage/storage.ts';
import { beginAnotherLog } from '../../test/another-log.ts';
import { useDatabase } from '../../test/database.ts';
import { staffActor } from '../../test/factories/registry.ts';
import { chainAudit } from '../audit/chain-audit.ts';
import { checkAnchors } from '../audit/check-anchors.ts';
import { forgetKnownEnd, keepEnd } from '../audit/known-end.ts';
import { faultsInWords } from '../audit/faults-in-words.ts';
import { AuditChain, AuditEntry } from '../audit/model.ts';
import { ANCHORS } from '../audit/anchors.ts';
import { sealAudit } from '../audit/seal-audit.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { writeAudit } from '../audit/write-audit.ts';

useDatabase();
const actor = staffActor('registrar');
async function write(targetId: number): Promise<void> {
  await transaction((t) =>
    writeAudit({ actor, action: 'lawyer.updated', targetKind: 'lawyer', targetId, target: `林知远${targetId}` }, t),
  );
  await chainAudit();
}
const faults = async () => [...faultsInWords(await verifyAudit()), ...(await checkAnchors())];

test('an entry that was chained after the last anchor is not taken out by setting the end back and those behind it free', async () => {
  await write(1);
  await sealAudit();
  const before = (await AuditChain.findByPk(1, { rejectOnEmpty: true })).get();
  await write(2);
  await write(3);
  // As every few seconds, and when the process ends.
  await keepEnd();
  expect(await faults()).toEqual([]);

  const taken = await AuditEntry.findOne({ where: { targetId: 2 }, rejectOnEmpty: true });
  const behind = await AuditEntry.findOne({ where: { targetId: 3 }, rejectOnEmpty: true });
  const place = { chainNo: behind.chainNo, previousHash: behind.previousHash, hash: behind.hash };
  await taken.destroy();
  await behind.update({ chainNo: null, previousHash: null, hash: null });
  const end = await AuditChain.findByPk(1, { rejectOnEmpty: true });
  const after = { ...end.get() };
  await end.update(before);

  const words = '操作日志在本次运行中已有3条，现在不是那时的内容：被清空、截短、换成旧的或重写';
  await expect(chainAudit()).rejects.toThrow(words);
  await expect(sealAudit()).rejects.toThrow(words);
  expect(await faults()).toEqual([words]);

  // A process that begins knows as much: the end is kept outside the database as well.
  forgetKnownEnd();
  const before1 = words.replace('本次', '上次');
  await expect(chainAudit()).rejects.toThrow(before1);
  expect(await faults()).toEqual([before1]);

  // Put back, it goes on.
  await AuditEntry.create(taken.get());
  await behind.update(place);
  await end.update(after);
  await write(4);
  expect(await faults()).toEqual([]);
});

test('an anchor that is dropped is missed: the next one follows it, and the end that is kept names the last', async () => {
  await beginAnotherLog();
  await AuditEntry.destroy({ where: {} });
  await AuditChain.destroy({ where: {} });
  for (const n of [11, 12, 13]) {
    await write(n);
    await sealAudit();
  }
  expect(await faults()).toEqual([]);
  const files: StoredFile[] = [];
  for await (const one of storage.list(ANCHORS)) files.push(one);
  const [file] = files;
  const lines = (await storage.get(file!.key)).toString().trimEnd().split('\n');
  const leave = (kept: string[]) => storage.put(file!.key, Buffer.from(kept.map((line) => `${line}\n`).join('')));
  for (const dropped of [0, 1]) {
    await leave(lines.toSpliced(dropped, 1));
    expect(await faults()).toEqual([expect.stringContaining('有锚点被删除或调换')]);
    await expect(sealAudit()).rejects.toThrow('有锚点被删除或调换');
  }
  await leave(lines.slice(0, -1));
  expect(await faults()).toEqual(['操作日志最近的锚点被删除']);
  await leave(lines);
  expect(await faults()).toEqual([]);
});
