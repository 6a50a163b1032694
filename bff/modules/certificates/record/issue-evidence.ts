import { z } from 'zod';
import type { Transaction } from 'sequelize';
import type { AuditAction } from '../../../contract/audit/enums.ts';
import { readLinesOf, type TargetLine } from '../../audit/read-lines.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const evidenceShape = z.strictObject({
  /** SHA-256 of the issued file. */
  file: hash,
  /** SHA-256 of the canonical text of its letter (letter-record.ts). */
  letter: hash,
  /** SHA-256 of the certificate that signed it. */
  signedBy: hash,
  /** Epoch milliseconds. */
  issuedAt: z.int(),
  /** What the type was called then. */
  type: z.string(),
});
/** What the audit log witnesses of a certificate when it is issued, taken over, revoked or replaced. */
export type IssueEvidence = z.infer<typeof evidenceShape>;

export const toEvidence = (evidence: IssueEvidence): string => JSON.stringify(evidenceShape.parse(evidence));

/** What the log says of one certificate. */
export interface LoggedLife {
  issue: { line: TargetLine; evidence: IssueEvidence };
  /** Its revocation or replacement, in the words of the log. */
  ended: TargetLine | null;
  /** Lines that question it which no line has answered yet. */
  isQuestioned: boolean;
}

const BEGINNINGS: readonly AuditAction[] = ['certificate.issued', 'certificate.taken_over'];
const ENDS: readonly AuditAction[] = ['certificate.revoked', 'certificate.replaced'];
const QUESTIONS: readonly AuditAction[] = ['certificate.questioned', 'certificate.upheld'];

/** Reads it; answers in words where the log does not vouch for the certificate. */
export async function readLoggedLife(certificateId: number, t?: Transaction): Promise<LoggedLife | { fault: string }> {
  const { lines, isWhole } = await readLinesOf(
    {
      targetKind: 'certificate',
      targetId: certificateId,
      actions: [...BEGINNINGS, ...ENDS, ...QUESTIONS],
    },
    t,
  );
  if (!isWhole) return { fault: '操作日志中该证明的记录被改动' };
  // Issued before lines witnessed anything, it has two: the old one, and that of the day it was taken over.
  const [line, another] = lines.filter(({ action, evidence }) => isBeginning(action) && evidence !== null);
  if (!line) return { fault: '操作日志中没有出具或接管该证明的记录' };
  if (another) return { fault: '操作日志中有多条出具或接管该证明的记录' };
  const [ended = null, ...more] = lines.filter(({ action }) => isOneOf(ENDS, action));
  if (more.length > 0) return { fault: '操作日志中有多条撤销或替换该证明的记录' };
  return {
    issue: { line, evidence: evidenceShape.parse(JSON.parse(line.evidence ?? '')) },
    ended,
    isQuestioned: openQuestions(lines) > 0,
  };
}

/** Whether the log questions a letter, issued or not, and nobody has answered. A log that was changed answers nothing. */
export async function isQuestioned(certificateId: number): Promise<boolean> {
  const of = { targetKind: 'certificate', targetId: certificateId, actions: QUESTIONS } as const;
  const { lines, isWhole } = await readLinesOf(of);
  return !isWhole || openQuestions(lines) > 0;
}

/** An answer counts for a question before it: one too many answers none that comes later. */
function openQuestions(lines: readonly TargetLine[]): number {
  return lines.reduce((open, { action }) => {
    if (action === 'certificate.questioned') return open + 1;
    return action === 'certificate.upheld' ? Math.max(0, open - 1) : open;
  }, 0);
}

const isOneOf = (actions: readonly AuditAction[], action: string) => actions.some((one) => one === action);
const isBeginning = (action: string) => isOneOf(BEGINNINGS, action);

/** Evidence for the line that ends a certificate: the file that it ends; null where the log does not vouch for one. */
export async function evidenceOf(certificateId: number, t: Transaction): Promise<string | null> {
  const life = await readLoggedLife(certificateId, t);
  return 'fault' in life ? null : life.issue.line.evidence;
}
