import { ofApplication } from '../../../subject.ts';
import type { Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { randomToken } from '../../../platform/crypto/tokens.ts';
import { createRow, updateRow } from '../../../platform/db/prepared.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { SYSTEM, type StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { publish } from '../../../events.ts';
import { composeLetter } from '../letters/compose-letter.ts';
import { lastValidDay } from './expiry.ts';
import { approvalEvidence } from '../record/approval-evidence.ts';
import { currentWording } from '../types/find-type.ts';
import { expectDisciplineKept } from '../reading/expect-discipline-kept.ts';
import { expectSound } from '../types/soundness/expect-sound.ts';
import { Certificate, CertificateType, type Application } from '../model.ts';
import type { ReviewFacts, ReviewOffice } from '../facts/facts.ts';
import type { Office } from '../letters/letter-values.ts';
import { newVerificationCode } from '../../../platform/crypto/verification-code.ts';
import { writeEvent } from '../../timeline/write-event.ts';

/** Bits of the link token: guessing one is hopeless (spec certificates.md, Verifying). */
const TOKEN_BITS = 128;

/**
 * Approves a locked, pending application on facts read under the same locks: freezes the letter and leaves the job that
 * makes the document. Throws `wrong_state` when type, wording or the settings that it prints are not as the log has them, or the discipline records of the subjects. `by` null: automatic review; `how`, for the log: with others, after reading. The caller has decided that approval is right.
 */
export async function approveApplication(
  approval: {
    application: Application;
    facts: ReviewFacts;
    office: ReviewOffice & Office;
    by: StaffActor | null;
    how?: string;
  },
  t: Transaction,
): Promise<void> {
  const { application, facts, office, by, how = '' } = approval;
  const decidedAt = clock.now();
  const type = await CertificateType.findByPk(application.typeId, { transaction: t, rejectOnEmpty: true });
  const wording = await currentWording(type.id, t);
  await expectSound({ type, wording, office }, t);
  await expectDisciplineKept({ ruleSet: type.ruleSet, facts }, t);
  const letter = composeLetter(wording, facts, office);
  const expiresOn = lastValidDay(facts.today, type.validityMonths);
  await updateRow(
    application,
    {
      state: 'decided',
      outcome: 'approved',
      decidedAt,
      decidedBy: by?.name ?? SYSTEM,
      issueState: 'issuing',
      standing: 'valid',
      expiresOn,
    },
    t,
  );
  const certificate = await createRow(
    Certificate,
    {
      applicationId: application.id,
      wordingId: wording.id,
      number: application.number,
      token: randomToken(TOKEN_BITS),
      code: newVerificationCode(),
      letter,
      decidedAt,
      issueState: 'issuing',
      issuedAt: null,
      storageKey: null,
      sha256: null,
      pages: null,
      signer: '',
      isTest: false,
      standing: 'valid',
      standingAt: null,
      standingReason: '',
      expiresOn,
    },
    t,
  );
  await writeEvent({ subject: ofApplication(application.id), event: by ? 'approved' : 'auto_approved', by }, t);
  await writeAudit(
    {
      actor: by,
      action: 'application.approved',
      targetKind: 'application',
      targetId: application.id,
      target: `${application.number} ${application.applicantName}`,
      detail: how,
      evidence: approvalEvidence(certificate),
    },
    t,
  );
  await publish('application.approved', { applicationId: application.id, certificateId: certificate.id }, t);
  await enqueue('issue-certificate', { certificateId: certificate.id }, { t, dedupeKey: `issue:${certificate.id}` });
}
