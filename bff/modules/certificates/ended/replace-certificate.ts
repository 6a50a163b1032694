import { ofApplication } from '../../../subject.ts';
import type { Transaction } from 'sequelize';
import type { OverrulingWords } from '../../../contract/review/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { copyFiles } from '../../files/copy-files.ts';
import { tellApplicant } from '../reading/tell-applicant.ts';
import { publish } from '../../../events.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { approveApplication } from '../review/approve-application.ts';
import { overruleDoubts } from '../review/overrule-doubts.ts';
import { refuseUnsettled } from '../review/refuse-unsettled.ts';
import { CHANGED_SINCE, correctLetter, type Corrected, type Correction } from './correct-letter.ts';
import { Application, ApplicationLawyer, Certificate } from '../model.ts';
import { certificateNumber } from '../applying/number.ts';
import { settleMattersOf } from '../matters/settle-matters.ts';
import { evidenceOf } from '../record/issue-evidence.ts';
import { loadIssuedFor } from '../policy.ts';
import { keptOf } from '../rules/rules.ts';
import { writeEvent } from '../../timeline/write-event.ts';

export interface Replacement {
  actor: StaffActor;
  id: number;
  reason: string;
  correction: Correction;
  /** `Corrected.fingerprint` of the preview that the reviewer has seen. */
  seen: string;
  /** How each rule in doubt was settled. */
  words?: OverrulingWords;
}

/**
 * A reviewer issues a corrected certificate in place of one that stands: a new application with the same subjects and
 * attachments, the facts of now and a number of its own, approved in the same transaction that marks the old one
 * 已被替换; paper copies that have not been handed over are printed anew. Throws
 * `invalid_fields` for doubts without words, `already_decided` when somebody was faster, `changed_meanwhile` when the letter or its doubts differ from the preview.
 * Returns the id of the new application.
 */
export async function replaceCertificate(replacement: Replacement): Promise<number> {
  const office = await readSettings();
  return transaction(async (t) => {
    const { application, certificate } = await loadIssuedFor(replacement.actor, 'replace', replacement.id, t);
    const corrected = await correctLetter({ application, correction: replacement.correction, office }, t);
    if (corrected.fingerprint !== replacement.seen) {
      throw new AppError('changed_meanwhile', { message: CHANGED_SINCE });
    }
    const successor = await record({ application, corrected, replaced: certificate }, t);
    await writeEvent(
      {
        subject: ofApplication(successor.id),
        event: 'reissued',
        by: replacement.actor,
        note: `替换编号 ${certificate.number}`,
      },
      t,
    );
    refuseUnsettled(corrected.findings, corrected.facts);
    const { actor: by, words = {} } = replacement;
    await overruleDoubts({ application: successor, findings: corrected.doubts, words, by }, t);
    await approveApplication({ application: successor, facts: corrected.facts, office, by: replacement.actor }, t);
    await link({ application, old: certificate, successor, replacement }, t);
    return successor.id;
  });
}

/** The new application: what the member asked for, in the corrected words. */
async function record(
  what: { application: Application; corrected: Corrected; replaced: Certificate },
  t: Transaction,
): Promise<Application> {
  const { application, corrected, replaced } = what;
  const { facts, findings, words, subjects } = corrected;
  const { id: _id, number: _number, ...asked } = application.get();
  const submittedAt = clock.now();
  const successor = await Application.create(
    {
      ...asked,
      ...words,
      applicantName:
        (application.applicantKind === 'firm' ? facts.firm : facts.lawyers[0])?.name ?? application.applicantName,
      // Members' keys have no colon: nobody can take this one first.
      idempotencyKey: `replaces:${replaced.id}`,
      paper: null,
      reviewMode: 'manual',
      state: 'pending',
      outcome: null,
      opinion: '',
      ...keptOf(findings),
      submittedAt,
      decidedAt: null,
      decidedBy: '',
      issueState: null,
      standing: null,
      expiresOn: null,
      bulkOrderId: null,
    },
    { transaction: t },
  );
  await ApplicationLawyer.bulkCreate(
    subjects.lawyerIds.map((lawyerId, position) => ({ applicationId: successor.id, lawyerId, position })),
    { transaction: t },
  );
  const files = { from: ofApplication(application.id), to: ofApplication(successor.id) };
  await copyFiles({ ...files, accountId: application.accountId }, t);
  return successor.update({ number: certificateNumber(submittedAt, successor.id) }, { transaction: t });
}

async function link(
  what: { application: Application; old: Certificate; successor: Application; replacement: Replacement },
  t: Transaction,
): Promise<void> {
  const { application, old, successor, replacement } = what;
  const { actor, reason } = replacement;
  const next = await Certificate.findOne({
    where: { applicationId: successor.id },
    rejectOnEmpty: true,
    transaction: t,
  });
  await next.update({ replacesId: old.id }, { transaction: t });
  await old.update(
    { standing: 'replaced', standingAt: clock.now(), standingReason: reason, replacedById: next.id },
    { transaction: t },
  );
  await application.update({ standing: 'replaced' }, { transaction: t });
  const { id: certificateId, number } = next;
  const named = { applicationId: successor.id, certificateId, number };
  await settleMattersOf({ certificateId: old.id, state: 'replaced', reason, by: actor.name }, t);
  await publish('certificate.replaced', { applicationId: old.applicationId, successor: named, by: actor }, t);
  await writeEvent({ subject: ofApplication(old.applicationId), event: 'replaced', by: actor, note: reason }, t);
  const facts = { reason, newNumber: next.number };
  await tellApplicant({ event: 'replaced', applicationId: old.applicationId, facts }, t);
  await writeAudit(
    {
      actor,
      action: 'certificate.replaced',
      targetKind: 'certificate',
      targetId: old.id,
      target: `${old.number} → ${next.number}`,
      detail: reason,
      evidence: await evidenceOf(old.id, t),
    },
    t,
  );
  await enqueue('note-ended', { certificateId: old.id }, { t });
}
