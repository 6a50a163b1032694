import type { TargetLine } from '../../audit/read-lines.ts';
import { sha256 } from '../../../platform/crypto/sha256.ts';
import type { Certificate } from '../model.ts';
import { readLoggedLife, type IssueEvidence, type LoggedLife } from '../record/issue-evidence.ts';
import { parseRecord, recordOf, type LetterClaim, type LetterRecord } from '../record/letter-record.ts';
import { isNotedEnded } from '../record/ended-notes.ts';
import { readSignedRecord } from '../record/signed-record.ts';

/** What the row of an issued certificate claims. */
export interface IssuedClaim extends Omit<LetterClaim, 'typeLabel'> {
  id: number;
  issuedAt: number;
  storageKey: string;
  sha256: string;
  standing: Certificate['standing'];
  /** Number of the certificate that took its place. */
  replacedBy: string | null;
}

/** What is told of a certificate: nothing of it rests on the row alone. */
export interface Confirmed {
  evidence: IssueEvidence;
  /** As the signed file says it itself; files from before they did, as it was when they were taken over. */
  record: LetterRecord;
  standing: Certificate['standing'];
  /** When it was revoked or replaced, epoch milliseconds. */
  standingAt: number | null;
  /** A fact that it prints or denies is looked at again. */
  isQuestioned: boolean;
}

/**
 * Compares the row of an issued certificate with the audit log and with what the signed file says of itself. Answers what
 * may be told, or in words why nothing may: whoever can write to the database can write any row, but neither sign a file
 * nor make a line of the log. Rejects when the store of files does not answer.
 */
export async function confirmIssued(claim: IssuedClaim): Promise<Confirmed | { fault: string }> {
  const life = await readLoggedLife(claim.id);
  if ('fault' in life) return life;
  // By a note outside the database: whoever takes the line away cannot take that as well.
  if (life.ended === null && (await isNotedEnded(claim.id))) return { fault: '操作日志中撤销或替换该证明的记录被删除' };
  const { line, evidence } = life.issue;
  if (evidence.file !== claim.sha256 || evidence.issuedAt !== claim.issuedAt || line.target !== claim.number) {
    return { fault: '证明的编号、文件摘要或出具时间与操作日志不符' };
  }
  const ofRow = recordOf({ ...claim, typeLabel: evidence.type });
  if (sha256(ofRow) !== evidence.letter) return { fault: '数据库中的证明内容与操作日志不符' };
  if (line.action === 'certificate.issued') {
    const signed = await readSignedRecord(claim.storageKey, evidence.file);
    if (signed === null || sha256(signed) !== evidence.letter) return { fault: '文件中的证明内容与操作日志不符' };
    return withStanding(claim, life, parseRecord(signed));
  }
  return withStanding(claim, life, parseRecord(ofRow));
}

function withStanding(claim: IssuedClaim, life: LoggedLife, record: LetterRecord): Confirmed | { fault: string } {
  const { issue, ended } = life;
  const fault = standingFault(claim, ended);
  if (fault !== null) return { fault };
  const { isQuestioned } = life;
  return { evidence: issue.evidence, record, standing: claim.standing, standingAt: ended?.at ?? null, isQuestioned };
}

/** Compares how the row says that a certificate stands with the line that ended it, null for none; in words, or null. */
export function standingFault(
  claim: Pick<IssuedClaim, 'number' | 'standing' | 'replacedBy'>,
  ended: Pick<TargetLine, 'action' | 'target'> | null,
): string | null {
  const { number, standing, replacedBy } = claim;
  const logged = ended === null ? 'valid' : ended.action === 'certificate.revoked' ? 'revoked' : 'replaced';
  if (logged !== standing) return '证明的状态与操作日志不符';
  if (standing === 'replaced' && ended?.target !== `${number} → ${replacedBy}`) {
    return '取代该证明的编号与操作日志不符';
  }
  return null;
}
