import type { Transaction } from 'sequelize';
import { ofApplication } from '../../../subject.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { tellApplicant } from '../reading/tell-applicant.ts';
import { publish } from '../../../events.ts';
import { evidenceOf } from '../record/issue-evidence.ts';
import { settleMattersOf } from '../matters/settle-matters.ts';
import type { Application, IssuedCertificate } from '../model.ts';
import { loadIssuedFor } from '../policy.ts';
import { writeEvent } from '../../timeline/write-event.ts';

/**
 * A reviewer revokes an issued certificate: it stays what it is, and everybody who verifies it is told. Throws
 * `already_decided` when it was revoked or replaced before, `wrong_state` when there is no document yet.
 */
export async function revokeCertificate(revocation: { actor: StaffActor; id: number; reason: string }): Promise<void> {
  const { actor, id, reason } = revocation;
  await transaction(async (t) => {
    const { application, certificate } = await loadIssuedFor(actor, 'revoke', id, t);
    await revoke({ actor, application, certificate, reason }, t);
  });
}

/** The same for one that is loaded and locked, by somebody who may. */
export async function revoke(
  what: { actor: StaffActor; application: Application; certificate: IssuedCertificate; reason: string },
  t: Transaction,
): Promise<void> {
  const { actor, application, certificate, reason } = what;
  const { id } = application;
  await certificate.update(
    { standing: 'revoked', standingAt: clock.now(), standingReason: reason },
    { transaction: t },
  );
  await application.update({ standing: 'revoked' }, { transaction: t });
  await settleMattersOf({ certificateId: certificate.id, state: 'revoked', reason, by: actor.name }, t);
  await publish('certificate.revoked', { applicationId: id, certificateId: certificate.id, by: actor }, t);
  await writeEvent({ subject: ofApplication(id), event: 'revoked', by: actor, note: reason }, t);
  await tellApplicant({ event: 'revoked', applicationId: id, facts: { reason } }, t);
  await writeAudit(
    {
      actor,
      action: 'certificate.revoked',
      targetKind: 'certificate',
      targetId: certificate.id,
      target: `${certificate.number} ${application.applicantName}`,
      detail: reason,
      evidence: await evidenceOf(certificate.id, t),
    },
    t,
  );
  await enqueue('note-ended', { certificateId: certificate.id }, { t });
}
