import { sha256 } from '../../platform/crypto/sha256.ts';
import type { SelfAuditFaultKind } from '../../contract/self-audit/enums.ts';
import { verifySignature } from '../../platform/signer/verify-signature.ts';
import { noteEnded } from '../certificates/record/ended-notes.ts';
import { confirmIssued } from '../certificates/record/confirm-issued.ts';
import { readStoredFile } from '../../platform/storage/read-stored-file.ts';
import type { ListedClaim } from '../certificates/issued/read-issued-batch.ts';

export interface Fault {
  kind: SelfAuditFaultKind;
  detail: string;
}

/**
 * Reads the file of an issued certificate again: is it there, is it the one that was issued, is its signature whole and
 * by whom it was signed, do log, row and file say the same, and do the facts behind it still stand? Answers the first fault, or null. Rejects when the store
 * does not answer: that is no fault of the certificate.
 */
export async function checkCertificate(claim: ListedClaim): Promise<Fault | null> {
  if (!claim.isApproved) return { kind: 'facts', detail: '对应的申请不是“通过”' };
  if (claim.letter.paragraphs.length === 0) return { kind: 'facts', detail: '证明内容为空' };
  const bytes = await readStoredFile(claim.storageKey);
  if (!bytes) return { kind: 'missing', detail: `文件 ${claim.storageKey} 不存在` };
  const digest = sha256(bytes);
  if (digest !== claim.sha256) return { kind: 'altered', detail: `文件摘要为 ${digest}` };
  const signature = await verifySignature(bytes);
  if (!signature.isIntact) return { kind: 'signature', detail: signature.fault };
  if (signature.subject !== claim.signer) return { kind: 'signature', detail: `签名者为 ${signature.subject}` };
  const confirmed = await confirmIssued(claim);
  if ('fault' in confirmed) return { kind: 'record', detail: confirmed.fault };
  // Ended before such notes were made, or the job that makes them was taken away.
  if (confirmed.standing !== 'valid') await noteEnded(claim.id);
  // By the certificate itself: anybody may make one of the same name.
  const isSame = signature.fingerprint === confirmed.evidence.signedBy;
  return isSame ? null : { kind: 'signature', detail: `签名证书的指纹为 ${signature.fingerprint}` };
}
