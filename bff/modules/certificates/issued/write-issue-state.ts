import type { Transaction } from 'sequelize';
import type { IssueState } from '../../../contract/certificates/enums.ts';
import { write } from '../../../platform/db/database.ts';
import { Application, Certificate, type IssuedCertificate } from '../model.ts';

/**
 * Notes how far the document of a certificate has come, on the certificate and, for lists, on its application. Answers
 * false and changes nothing where the document is issued already, or was stopped before it was.
 */
export async function writeIssueState(
  certificate: { id: number; applicationId: number },
  written: { issueState: Exclude<IssueState, 'issued'> } | ({ issueState: 'issued' } & IssuedDocument),
  t: Transaction,
): Promise<boolean> {
  const { id, applicationId } = certificate;
  if (written.issueState === 'issued') {
    const { issuedAt, storageKey, sha256, pages, signer, isTest } = written;
    const { changed } = await write(
      `UPDATE certificates SET issue_state = 'issued', issued_at = ?, storage_key = ?, sha256 = ?, pages = ?, signer = ?,
         is_test = ? WHERE id = ? AND issued_at IS NULL AND standing = 'valid'`,
      [issuedAt, storageKey, sha256, pages, signer, Number(isTest), id],
      t,
    );
    if (changed === 0) return false;
    await write("UPDATE applications SET issue_state = 'issued' WHERE id = ?", [applicationId], t);
    return true;
  }
  const [rows] = await Certificate.update(written, {
    where: { id, issuedAt: null, standing: 'valid' },
    transaction: t,
  });
  if (rows === 0) return false;
  const { issueState } = written;
  await Application.update({ issueState }, { where: { id: applicationId }, transaction: t });
  return true;
}

type IssuedDocument = Pick<IssuedCertificate, 'issuedAt' | 'storageKey' | 'sha256' | 'pages' | 'signer' | 'isTest'>;
