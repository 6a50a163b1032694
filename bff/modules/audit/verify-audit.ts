import { Op, type Transaction } from 'sequelize';
import { ageOfAuditKey } from '../../platform/crypto/audit-key.ts';
import { endMacOf, hashOf, macOf } from './entry-mac.ts';
import { AuditChain, AuditEntry } from './model.ts';

export interface AuditReport {
  /** Ids of entries that were altered since they were written, or that we never wrote. */
  altered: number[];
  /** Places of the chain at which entries were removed, slipped in or put in another order. */
  broken: { from: number; until: number }[];
  /** Entries in the chain, and the hash of the last. */
  length: number;
  hash: string;
  /** Entries committed a moment ago that have no place yet; they are checked one by one only. */
  unchained: number;
}

const BATCH = 2_000;

/** As the chain is followed: how new the newest key was so far. */
interface Followed extends AuditReport {
  newestKey: number;
}

/** Reads the whole log and answers where it is not what was written; both lists empty: nobody touched it. */
export async function verifyAudit(t?: Transaction): Promise<AuditReport> {
  const report: Followed = { altered: [], broken: [], length: 0, hash: '', unchained: 0, newestKey: 0 };
  const within = t ? { transaction: t } : {};
  let after: number | null = null;
  for (;;) {
    const links: AuditEntry[] = await AuditEntry.findAll({
      where: { chainNo: after === null ? { [Op.ne]: null } : { [Op.gt]: after } },
      order: ['chainNo'],
      limit: BATCH,
      ...within,
    });
    for (const entry of links) follow(report, entry);
    const last = links.at(-1);
    if (!last) break;
    after = last.chainNo;
  }
  await checkEnd(report, await AuditChain.findByPk(1, within));
  await checkUnchained(report, within);
  const { altered, broken, length, hash, unchained } = report;
  return { altered, broken, length, hash, unchained };
}

function follow(report: Followed, entry: AuditEntry): void {
  // What a former key seals after a newer one has, somebody wrote who got hold of the former.
  const age = ageOfAuditKey(entry.keyId);
  if (entry.mac !== macOf(entry) || age < report.newestKey) report.altered.push(entry.id);
  report.newestKey = Math.max(report.newestKey, age);
  const { id, mac, chainNo, previousHash, keyId } = entry;
  const place = chainNo ?? 0;
  if (place !== report.length + 1) report.broken.push({ from: report.length + 1, until: place - 1 });
  const isLinked =
    previousHash === report.hash && entry.hash === hashOf({ chainNo: place, previousHash, id, mac, keyId });
  if (!isLinked) report.broken.push({ from: place, until: place });
  report.length = place;
  report.hash = entry.hash ?? '';
}

async function checkEnd(report: AuditReport, end: AuditChain | null): Promise<void> {
  if (!end && report.length === 0) return;
  const fits = end && end.mac === endMacOf(end) && end.length === report.length && end.hash === report.hash;
  if (fits) return;
  const until = Math.max(report.length, end?.length ?? 0);
  report.broken.push({ from: Math.min(report.length + 1, until), until });
}

/** What was never chained: its MAC proves who wrote it, its nonce that it is not a copy. */
async function checkUnchained(report: Followed, within: { transaction?: Transaction }): Promise<void> {
  const isBegun = report.length > 0;
  let after = 0;
  for (;;) {
    const entries = await AuditEntry.findAll({
      where: { chainNo: null, id: { [Op.gt]: after } },
      order: ['id'],
      limit: BATCH,
      ...within,
    });
    for (const entry of entries) {
      const isOlder = ageOfAuditKey(entry.keyId) < report.newestKey;
      if (entry.mac !== macOf(entry) || isOlder || (isBegun && entry.nonce === null)) report.altered.push(entry.id);
    }
    report.unchained += entries.length;
    const last = entries.at(-1);
    if (!last) return;
    after = last.id;
  }
}
