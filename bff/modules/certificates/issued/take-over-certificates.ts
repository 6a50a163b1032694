import { sha256 } from '../../../platform/crypto/sha256.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { idRow } from '../../../platform/db/rows.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { log } from '../../../platform/log/log.ts';
import { signer } from '../../../platform/signer/signer.ts';
import { verifySignature } from '../../../platform/signer/verify-signature.ts';
import { readLinesOf } from '../../audit/read-lines.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { Certificate } from '../model.ts';
import { standingFault, type IssuedClaim } from '../record/confirm-issued.ts';
import { toEvidence, type IssueEvidence } from '../record/issue-evidence.ts';
import { recordOf } from '../record/letter-record.ts';
import { printedAsClaimed } from '../record/printed-as-claimed.ts';
import { readStoredFile } from '../../../platform/storage/read-stored-file.ts';
import { readIssuedClaims } from './read-issued-batch.ts';

/** Issued certificates that no line of the log witnesses. */
const UNWITNESSED = `NOT EXISTS (SELECT 1 FROM audit_entries e
  WHERE e.target_kind = 'certificate' AND e.target_id = c.id AND e.evidence IS NOT NULL)`;
const BATCH = 50;
const SHOWN = 100;

/** Asks for certificates of earlier versions to be taken over; every start may ask, twice at once does no harm. */
export async function scheduleTakeOver(): Promise<void> {
  const [one] = await select(
    idRow,
    `SELECT c.id FROM certificates c WHERE c.issue_state = 'issued' AND ${UNWITNESSED} LIMIT 1`,
    [],
  );
  if (!one) return;
  await transaction((t) => enqueue('take-over-certificates', {}, { t }));
}

/**
 * Gives every certificate from before the log witnessed files its line, after its file was read: it is there, it is the
 * one that was issued, signed whole by a certificate of ours, it says what the row claims, and the log of that time has
 * its issue and its end. What fails is left as it is and named: the self-audit lists it until somebody has replaced it.
 * May run again at any time: whoever can only write to the database makes neither such a file nor such a line.
 */
export async function takeOverCertificates(signal: AbortSignal): Promise<void> {
  const gaps: { number: string; fault: string }[] = [];
  let taken = 0;
  for (let after = 0; ;) {
    signal.throwIfAborted();
    const claims = await readIssuedClaims({ sql: `AND ${UNWITNESSED}`, values: [] }, after, BATCH);
    for (const claim of claims) {
      signal.throwIfAborted();
      const fault = await takeOver(claim);
      if (fault === null) taken++;
      else gaps.push({ number: claim.number, fault });
    }
    const last = claims.at(-1);
    if (!last) break;
    after = last.id;
  }
  if (gaps.length > 0) {
    log.error({ taken, gaps: gaps.length, first: gaps.slice(0, SHOWN) }, 'certificates that could not be taken over');
  } else log.info({ taken }, 'certificates of earlier versions were taken over');
}

async function takeOver(claim: IssuedClaim & { typeLabel: string }): Promise<string | null> {
  const bytes = await readStoredFile(claim.storageKey);
  if (!bytes) return `文件 ${claim.storageKey} 不存在`;
  const file = sha256(bytes);
  if (file !== claim.sha256) return `文件摘要为 ${file}`;
  const signature = await verifySignature(bytes);
  if (!signature.isIntact) return signature.fault;
  if (!signer.isKnown(signature.fingerprint)) return `签名证书不在已知之列，指纹为 ${signature.fingerprint}`;
  if (signature.subject !== claim.signer) return `签名者为 ${signature.subject}`;
  const unlike = await printedAsClaimed(bytes, claim).catch((error: unknown) => `文件无法读取：${String(error)}`);
  if (unlike !== null) return unlike;
  const { issuedAt, typeLabel: type } = claim;
  return witness(claim, { file, letter: sha256(recordOf(claim)), signedBy: signature.fingerprint, issuedAt, type });
}

async function witness(claim: IssuedClaim, evidence: IssueEvidence): Promise<string | null> {
  return transaction(async (t) => {
    // Locked: of two that take over at once, the second finds the line of the first.
    await Certificate.findByPk(claim.id, { transaction: t, lock: t.LOCK.UPDATE });
    const { lines, isWhole } = await readLinesOf(
      {
        targetKind: 'certificate',
        targetId: claim.id,
        actions: ['certificate.issued', 'certificate.taken_over', 'certificate.revoked', 'certificate.replaced'],
      },
      t,
    );
    if (lines.some(({ action, evidence: told }) => told !== null && /issued|taken_over/.test(action))) return null;
    if (!isWhole) return '操作日志中该证明的记录被改动';
    const [issued, ...more] = lines.filter(({ action }) => action === 'certificate.issued');
    if (!issued || more.length > 0 || issued.target !== claim.number) return '操作日志中没有该证明的出具记录';
    const [ended = null, ...others] = lines.filter(({ action }) => action !== 'certificate.issued');
    const fault = others.length > 0 ? '操作日志中有多条撤销或替换该证明的记录' : standingFault(claim, ended);
    if (fault !== null) return fault;
    await writeAudit(
      {
        actor: null,
        action: 'certificate.taken_over',
        targetKind: 'certificate',
        targetId: claim.id,
        target: claim.number,
        evidence: toEvidence(evidence),
      },
      t,
    );
    return null;
  });
}
