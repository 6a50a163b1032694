import { log } from '../../platform/log/log.ts';
import { writeAnchor } from './anchors.ts';
import { chainAudit, isSealedByFormerKey } from './chain-audit.ts';
import { checkAnchors } from './check-anchors.ts';
import { keepEnd, rememberEnd } from './known-end.ts';
import { AuditChain } from './model.ts';

/**
 * Chains what is left and notes the end of the chain in the store of files and in the server's log: whoever puts other
 * rows in place would have to rewrite those as well. Throws Error when the log does not pass through the places noted
 * before, and then notes no new one: the work stays undone until a person has looked.
 */
export async function sealAudit(): Promise<void> {
  await chainAudit();
  const faults = await checkAnchors();
  if (faults.length > 0) throw new Error(faults.join('；'));
  const end = await AuditChain.findByPk(1);
  if (!end || end.length === 0) return;
  if (await isSealedByFormerKey()) throw new Error('操作日志还没有换用新的密钥，见任务“操作日志换用新的密钥”');
  const anchor = await writeAnchor(end);
  rememberEnd(end);
  await keepEnd(anchor);
  log.info({ length: end.length, hash: end.hash }, 'audit log sealed');
}
