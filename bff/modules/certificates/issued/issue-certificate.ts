import { z } from 'zod';
import { ofApplication } from '../../../subject.ts';
import type { Transaction } from 'sequelize';
import { sha256 } from '../../../platform/crypto/sha256.ts';
import { monthFolder } from '../../../contract/dates.ts';
import { SIGNING_FAULTS } from '../../../contract/operations/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { PermanentFailure } from '../../../platform/jobs/permanent-failure.ts';
import { Postponed } from '../../../platform/jobs/postponed.ts';
import type { RenderedPdf } from '../../../platform/pdf/render.ts';
import { TemplateError } from '../../../platform/pdf/template-error.ts';
import { signer } from '../../../platform/signer/signer.ts';
import { SigningUnavailable } from '../../../platform/signer/signing-fault.ts';
import { storage } from '../../../platform/storage/storage.ts';
import { printLetter } from '../../../templates/certificate/print-letter.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { publish } from '../../../events.ts';
import { issuedLetter } from '../letters/printed-letter.ts';
import { Certificate } from '../model.ts';
import { readContact } from '../reading/read-contact.ts';
import { approvalFault } from '../record/approval-evidence.ts';
import { isQuestioned, toEvidence, type IssueEvidence } from '../record/issue-evidence.ts';
import { parseRecord, recordOf } from '../record/letter-record.ts';
import { tellIssued } from './tell-issued.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { writeIssueState } from './write-issue-state.ts';

/**
 * Makes the document of a decided certificate: render, sign, store, then state issued. Whatever interrupts it, it may
 * run again: an issued certificate is left alone, and of two that run at once only one writes the row. The file's key
 * holds its hash, so the loser's bytes never stand where the winner's are named.
 */
export async function issueCertificate(certificateId: number): Promise<void> {
  const certificate = await Certificate.findByPk(certificateId, { rejectOnEmpty: true });
  if (certificate.issueState === 'issued' || certificate.standing !== 'valid') return;
  const fault = signer.fault();
  if (fault) return wait(certificate, SIGNING_FAULTS[fault]);
  // Decided, and not so by now: a person says whether it may go out (stop-unissued.ts, settle-matter.ts).
  if (await isQuestioned(certificate.id)) return wait(certificate, '登记有变，等待处理');
  const rendered = await render(certificate);
  // Whoever can write a row, or change one that waits, has nothing signed by it.
  const unapproved = await approvalFault(certificate);
  if (unapproved !== null) throw new PermanentFailure(unapproved);
  // As of the decision, so that a second run makes the same bytes; a key that came later can only sign from its day on.
  const signedAt = Math.max(certificate.decidedAt, signer.validFrom);
  const record = recordOf({
    ...certificate.get(),
    typeLabel: await typeLabelOf(certificate),
    pages: rendered.pages,
    signer: signer.subject,
    isTest: signer.isSandbox,
  });
  let bytes: Buffer;
  try {
    bytes = await signer.sign(rendered, { reason: '出具电子证明', signedAt, record });
  } catch (error) {
    if (error instanceof SigningUnavailable) return wait(certificate, SIGNING_FAULTS[error.fault]);
    throw error;
  }
  const digest = sha256(bytes);
  const storageKey = keyOf(certificate, digest);
  await storage.put(storageKey, bytes);
  await transaction(async (t) => {
    const file = {
      storageKey,
      sha256: digest,
      pages: rendered.pages,
      signer: signer.subject,
      isTest: signer.isSandbox,
    };
    const issuedAt = clock.now();
    const written = { issueState: 'issued', issuedAt, ...file } as const;
    if (!(await writeIssueState(certificate, written, t))) return;
    const { typeLabel: type } = parseRecord(record);
    const evidence = { file: digest, letter: sha256(record), signedBy: signer.fingerprint, issuedAt, type };
    await note(certificate, evidence, t);
  });
}

/** How often a letter that cannot be signed is looked at again, ms. */
const AGAIN_MS = 60_000;

/** Unsigned it does not go out: the state says that it waits, and the job does until the signer is whole or the fact settled. */
async function wait(certificate: Certificate, why: string): Promise<never> {
  if (certificate.issueState !== 'waiting') {
    await transaction((t) => writeIssueState(certificate, { issueState: 'waiting' }, t));
  }
  throw new Postponed(`等待签名：${why}`, AGAIN_MS);
}

async function typeLabelOf({ applicationId }: Certificate): Promise<string> {
  const [type] = await select(
    z.strictObject({ label: z.string() }),
    'SELECT y.label FROM applications a JOIN certificate_types y ON y.id = a.type_id WHERE a.id = ?',
    [applicationId],
  );
  if (!type) throw new Error(`there is no application ${applicationId}`);
  return type.label;
}

async function render(certificate: Certificate): Promise<RenderedPdf> {
  try {
    return await printLetter(issuedLetter(certificate), { creationTime: certificate.decidedAt });
  } catch (error) {
    // The same letter would fail again: no use in trying, a person has to look.
    if (error instanceof TemplateError) throw new PermanentFailure(error.message, { cause: error });
    throw error;
  }
}

async function note(certificate: Certificate, evidence: IssueEvidence, t: Transaction): Promise<void> {
  const { applicationId } = certificate;
  await writeEvent({ subject: ofApplication(applicationId), event: 'issued', by: null }, t);
  const { bulkOrderId } = await readContact(applicationId, t);
  if (bulkOrderId === null) await tellIssued({ applicationId }, t);
  await writeAudit(
    {
      actor: null,
      action: 'certificate.issued',
      targetKind: 'certificate',
      targetId: certificate.id,
      target: certificate.number,
      evidence: toEvidence(evidence),
    },
    t,
  );
  await publish('certificate.issued', { applicationId, certificateId: certificate.id, bulkOrderId }, t);
}

/** The last attempt failed: the state says so, staff see it and can retry. */
export async function markIssueFailed(certificateId: number, t: Transaction): Promise<void> {
  const certificate = await Certificate.findByPk(certificateId, { transaction: t, rejectOnEmpty: true });
  await writeIssueState(certificate, { issueState: 'failed' }, t);
}

function keyOf(certificate: Certificate, sha256: string): string {
  const month = monthFolder(certificate.decidedAt);
  return `certificates/${month}/${certificate.id}-${sha256.slice(0, 16)}.pdf`;
}
