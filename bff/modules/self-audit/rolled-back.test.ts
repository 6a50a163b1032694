import { expect, test } from '@jest/globals';
import '../../models.ts';
import { transaction } from '../../platform/db/database.ts';
import { useDatabase } from '../../test/database.ts';
import { staffActor } from '../../test/factories/registry.ts';
import { chainAudit } from '../audit/chain-audit.ts';
import { checkAnchors } from '../audit/check-anchors.ts';
import { faultsInWords } from '../audit/faults-in-words.ts';
import { AuditChain, AuditEntry } from '../audit/model.ts';
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

  // Put back, it goes on.
  await AuditEntry.create(taken.get());
  await behind.update(place);
  await end.update(after);
  await write(4);
  expect(await faults()).toEqual([]);
});
