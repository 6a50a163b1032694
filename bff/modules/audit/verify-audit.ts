import { Op } from 'sequelize';
import { macOf, sealDigest } from './entry-mac.ts';
import { AuditEntry, AuditSeal } from './model.ts';
import { SEAL_BATCH } from './seal-audit.ts';

export interface AuditFaults {
  /** Ids of entries that were altered since they were written. */
  altered: number[];
  /** Stretches in which entries were removed, slipped in or put in another order: first and last id. */
  broken: { from: number; until: number }[];
}

/**
 * Reads the whole log and answers where it is not what was written; both lists empty: nobody touched it. Entries that
 * are not sealed yet (the last hour) are checked one by one only.
 */
export async function verifyAudit(): Promise<AuditFaults> {
  const faults: AuditFaults = { altered: [], broken: [] };
  const seals = await AuditSeal.findAll({ order: [['untilEntryId', 'ASC']] });
  let after = 0;
  let digest = '';
  for (const seal of seals) {
    const entries = await AuditEntry.findAll({
      where: { id: { [Op.gt]: after, [Op.lte]: seal.untilEntryId } },
      order: [['id', 'ASC']],
    });
    faults.altered.push(...alteredOf(entries));
    if (sealDigest(digest, entries) !== seal.digest) faults.broken.push({ from: after + 1, until: seal.untilEntryId });
    after = seal.untilEntryId;
    digest = seal.digest;
  }
  for (;;) {
    const entries = await AuditEntry.findAll({
      where: { id: { [Op.gt]: after } },
      order: [['id', 'ASC']],
      limit: SEAL_BATCH,
    });
    faults.altered.push(...alteredOf(entries));
    const last = entries.at(-1);
    if (!last) return faults;
    after = last.id;
  }
}

const alteredOf = (entries: AuditEntry[]) => entries.filter((entry) => entry.mac !== macOf(entry)).map(({ id }) => id);
