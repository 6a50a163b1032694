import { Op, type Transaction } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { log } from '../../platform/log/log.ts';
import { sealDigest } from './entry-mac.ts';
import { AuditEntry, AuditSeal } from './model.ts';

/** Entries under one seal: as many as are read into memory at a time. */
export const SEAL_BATCH = 2_000;
/** A younger entry may still be passed by one with a lower id, whose transaction is not committed yet, ms. */
const SETTLED_MS = 10 * 60_000;

/**
 * Seals every settled entry that no seal covers yet; answers how many. The digest goes into the server's log too:
 * whoever rewrites the table with all its seals would have to rewrite the kept logs as well.
 */
export async function sealAudit(): Promise<number> {
  let sealed = 0;
  for (;;) {
    const entries = await transaction(sealNext);
    sealed += entries;
    if (entries < SEAL_BATCH) return sealed;
  }
}

async function sealNext(t: Transaction): Promise<number> {
  // Two processes that seal at once both extend the same seal; the unique key lets one of them.
  const previous = await AuditSeal.findOne({ order: [['untilEntryId', 'DESC']], transaction: t, lock: t.LOCK.UPDATE });
  const entries = await AuditEntry.findAll({
    where: { id: { [Op.gt]: previous?.untilEntryId ?? 0 }, at: { [Op.lte]: clock.now() - SETTLED_MS } },
    order: [['id', 'ASC']],
    limit: SEAL_BATCH,
    transaction: t,
  });
  const last = entries.at(-1);
  if (!last) return 0;
  const digest = sealDigest(previous?.digest ?? '', entries);
  await AuditSeal.create({ untilEntryId: last.id, digest, sealedAt: clock.now() }, { transaction: t });
  t.afterCommit(() => log.info({ untilEntryId: last.id, digest }, 'audit log sealed'));
  return entries.length;
}
