import { presentAuditKey } from '../../platform/crypto/audit-key.ts';
import { transaction } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { log } from '../../platform/log/log.ts';
import { isSealedByFormerKey } from './chain-audit.ts';
import { checkAnchors } from './check-anchors.ts';
import { endMacOf } from './entry-mac.ts';
import { faultsInWords } from './faults-in-words.ts';
import { AuditChain } from './model.ts';
import { sealAudit } from './seal-audit.ts';
import { verifyAudit } from './verify-audit.ts';
import { writeAudit } from './write-audit.ts';

/** Asks for the chain to be sealed by the present key where another has sealed it; every process may ask, it is done once. */
export async function scheduleReAnchor(): Promise<void> {
  if (!(await isSealedByFormerKey())) return;
  await transaction((t) => enqueue('re-anchor-audit', {}, { t, dedupeKey: `re-anchor-audit:${presentAuditKey()}` }));
}

/**
 * Seals the end of the chain by the present key and anchors it, after the whole log was read with the keys of its time.
 * No entry is written anew: what was altered, removed or slipped in before is found by every later check as well, and is
 * counted in the line that notes the change. Throws Error in words when the end itself is not what was written, or the log
 * does not pass through its anchors: then nothing is sealed until a person has looked.
 */
export async function reAnchorAudit(): Promise<void> {
  if (!(await isSealedByFormerKey())) return sealAudit();
  const [report, missed] = [await verifyAudit(), await checkAnchors()];
  const end = await AuditChain.findByPk(1, { rejectOnEmpty: true });
  const isEndOurs = end.mac === endMacOf(end) && end.length === report.length && end.hash === report.hash;
  if (!isEndOurs) missed.unshift('操作日志的末尾不是本系统写下的：末尾的记录被删除、插入或改动');
  if (missed.length > 0) throw new Error(`${missed.join('；')}。操作日志不换用新的密钥`);
  const gaps = faultsInWords(report);
  if (gaps.length > 0) log.error({ gaps }, 'the audit log had gaps before its key was changed; they stay gaps');
  await transaction(async (t) => {
    const keyId = presentAuditKey();
    const mac = endMacOf({ length: end.length, hash: end.hash, legacy: end.legacy, keyId });
    // Where another process has added lines meanwhile, nothing is found and the job runs again.
    const where = { id: 1, length: end.length, hash: end.hash };
    const [rows] = await AuditChain.update({ keyId, mac }, { where, transaction: t });
    if (rows === 0) throw new Error('the audit log went on meanwhile');
    await writeAudit(
      {
        actor: null,
        action: 'audit.re-keyed',
        targetKind: 'settings',
        targetId: 0,
        target: `操作日志 ${end.length} 条`,
        detail: `换用密钥 ${keyId}；此前${gaps.length > 0 ? `有 ${gaps.length} 处问题，仍列为问题` : '没有发现问题'}`,
      },
      t,
    );
  });
  await sealAudit();
}
