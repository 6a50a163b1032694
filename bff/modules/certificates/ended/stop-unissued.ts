import type { Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import type { StaffActor } from '../../../actor.ts';
import { ofApplication } from '../../../subject.ts';
import { publish } from '../../../events.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { settleMattersOf } from '../matters/settle-matters.ts';
import type { Application, Certificate } from '../model.ts';
import { tellApplicant } from '../reading/tell-applicant.ts';

/**
 * An approved letter that nobody has signed yet, and that is known to be untrue by now, never is: its application is
 * rejected with the reason, and paid paper goes back. The rows are locked.
 */
export async function stopUnissued(
  what: { actor: StaffActor; application: Application; certificate: Certificate; reason: string },
  t: Transaction,
): Promise<void> {
  const { actor, application, certificate, reason } = what;
  const { id } = application;
  await certificate.update(
    { standing: 'revoked', standingAt: clock.now(), standingReason: reason, issueState: 'failed' },
    { transaction: t },
  );
  await application.update(
    { outcome: 'rejected', opinion: reason, issueState: null, standing: null, expiresOn: null, decidedBy: actor.name },
    { transaction: t },
  );
  await settleMattersOf({ certificateId: certificate.id, state: 'revoked', reason, by: actor.name }, t);
  await publish('certificate.revoked', { applicationId: id, certificateId: certificate.id, by: actor }, t);
  await writeEvent({ subject: ofApplication(id), event: 'rejected', by: actor, note: reason }, t);
  await tellApplicant({ event: 'rejected', applicationId: id, facts: { opinion: reason } }, t);
  await writeAudit(
    {
      actor,
      action: 'certificate.revoked',
      targetKind: 'certificate',
      targetId: certificate.id,
      target: `${certificate.number} ${application.applicantName}`,
      detail: `尚未签名，不再出具：${reason}`,
    },
    t,
  );
}
