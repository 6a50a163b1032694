import { Op, type Transaction } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { presentAuditKey } from '../../platform/crypto/audit-key.ts';
import { database, select, transaction } from '../../platform/db/database.ts';
import { idRow } from '../../platform/db/rows.ts';
import { hasAnchors } from './anchors.ts';
import { endMacOf, hashOf } from './entry-mac.ts';
import { knownEndFault, readKnownEnd, rememberEnd } from './known-end.ts';
import { AuditChain, AuditEntry } from './model.ts';

/** Entries that one transaction chains: on SQLite others wait for it, some ten milliseconds. */
const BATCH = 100;

/**
 * Gives every committed entry its place in the chain, in the order in which commits became visible; answers how many.
 * Acts only insert their entry and never wait for one another: the one lock is taken here, by whoever chains.
 */
export async function chainAudit(): Promise<number> {
  // The cheap look first: with nothing to do no lock is taken.
  const [waiting] = await select(idRow, 'SELECT id FROM audit_entries WHERE chain_no IS NULL LIMIT 1', []);
  if (!waiting) return 0;
  await beginChain();
  // A chain that another key has sealed is first looked through and sealed anew (re-anchor-audit.ts).
  if (await isSealedByFormerKey()) return 0;
  const fault = await knownEndFault();
  if (fault !== null) throw new Error(fault);
  for (let chained = 0; ;) {
    const { entries, end } = await transaction(chainNext);
    chained += entries;
    if (entries === 0) return chained;
    rememberEnd(end);
  }
}

/** Whether the end of the chain was sealed by a key that is not the present one. */
export async function isSealedByFormerKey(): Promise<boolean> {
  const end = await AuditChain.findByPk(1, { attributes: ['keyId'] });
  return end !== null && end.keyId !== presentAuditKey();
}

async function chainNext(t: Transaction): Promise<{ entries: number; end: { length: number; hash: string } }> {
  // Locked: of several processes that chain, one at a time goes on.
  const end = await AuditChain.findByPk(1, { transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: true });
  const { legacy, keyId } = end;
  // Going on from an end that is not ours would seal what somebody cut off.
  if (end.mac !== endMacOf(end)) throw new Error('操作日志的末尾被改动：不是本系统写下的条数和校验值');
  const entries = await AuditEntry.findAll({
    // Once the entries of the time before have their places, one without a nonce was slipped in: it gets none.
    where: { chainNo: null, nonce: end.length < legacy ? null : { [Op.ne]: null } },
    order: ['id'],
    limit: BATCH,
    transaction: t,
  });
  let { length, hash } = end;
  for (const { id, mac, keyId } of entries) {
    const link = { chainNo: length + 1, previousHash: hash, id, mac, keyId };
    length = link.chainNo;
    hash = hashOf(link);
    const place = { chainNo: link.chainNo, previousHash: link.previousHash, hash };
    await AuditEntry.update(place, { where: { id }, transaction: t });
  }
  if (entries.length > 0) {
    const written = { length, hash, mac: endMacOf({ length, hash, legacy, keyId }), updatedAt: clock.now() };
    await end.update(written, { transaction: t });
  }
  return { entries: entries.length, end: { length, hash } };
}

/** The row in which the chain ends, of no entries yet; nothing where it is there. Two may begin at once. Throws when it began before. */
async function beginChain(): Promise<void> {
  if (await AuditChain.findByPk(1)) return;
  const { note, isOurs } = await readKnownEnd();
  if ((await hasAnchors()) || note !== null || !isOurs) {
    throw new Error('the audit log was emptied: its end is kept in the store of files, and does not begin again');
  }
  await transaction(async (t) => {
    const legacy = await AuditEntry.count({ where: { nonce: null }, transaction: t });
    const empty = { length: 0, hash: '', legacy, keyId: presentAuditKey() };
    const onDuplicate = database.dialect === 'mysql' ? 'ON DUPLICATE KEY UPDATE id = id' : 'ON CONFLICT DO NOTHING';
    await database.sequelize.query(
      `INSERT INTO audit_chains (id, length, hash, legacy, mac, key_id, updated_at) VALUES (1, 0, '', ?, ?, ?, ?) ${onDuplicate}`,
      { replacements: [legacy, endMacOf(empty), empty.keyId, clock.now()], transaction: t },
    );
  });
}
