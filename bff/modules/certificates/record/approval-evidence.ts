import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { sha256 } from '../../../platform/crypto/sha256.ts';
import { readLinesOf } from '../../audit/read-lines.ts';
import { recordOf, type LetterClaim } from './letter-record.ts';

const evidenceShape = z.strictObject({ approved: z.string().regex(/^[0-9a-f]{64}$/) });

/** What of a letter is settled by its approval; pages, signer and name of the type are of the day of its document. */
type ApprovedLetter = Pick<LetterClaim, 'number' | 'token' | 'code' | 'letter' | 'decidedAt' | 'expiresOn'>;

/** Evidence of the line `application.approved`: the letter that was approved, before anything is signed. */
export function approvalEvidence({ number, token, code, letter, decidedAt, expiresOn }: ApprovedLetter): string {
  const settled = { number, token, code, letter, decidedAt, expiresOn };
  const record = recordOf({ ...settled, typeLabel: '', pages: 0, signer: '', isTest: false });
  return JSON.stringify(evidenceShape.parse({ approved: sha256(record) }));
}

/**
 * Whether the log has the approval of just this letter, and neither a document of it yet nor that there shall be none;
 * null, or in words why it must not be signed: whoever can write rows could otherwise have a letter of his own signed.
 * Lines from before approvals witnessed anything vouch for the number alone.
 */
export async function approvalFault(
  certificate: ApprovedLetter & { id: number; applicationId: number },
  t?: Transaction,
): Promise<string | null> {
  const { id, applicationId, number } = certificate;
  const approvals = await readLinesOf(
    { targetKind: 'application', targetId: applicationId, actions: ['application.approved'] },
    t,
  );
  const expected = approvalEvidence(certificate);
  const isApproved = approvals.lines.some(({ evidence, target }) =>
    evidence === null ? target.startsWith(`${number} `) : evidence === expected,
  );
  if (!approvals.isWhole || !isApproved) return '操作日志中没有审核通过这份证明内容的记录，不予签名';
  const others = await readLinesOf(
    {
      targetKind: 'certificate',
      targetId: id,
      actions: ['certificate.issued', 'certificate.taken_over', 'certificate.revoked'],
    },
    t,
  );
  return others.lines.length > 0 ? '操作日志中该证明已经出具，或已不再出具，不予签名' : null;
}
