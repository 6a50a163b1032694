import { ofApplication } from '../../../subject.ts';
import type { Transaction } from 'sequelize';
import type { SettleMatter } from '../../../contract/matters/schemas.ts';
import { MATTER_STATES } from '../../../contract/matters/enums.ts';
import type { StaffActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { CertificateMatter } from '../matters/model.ts';
import { Application, Certificate } from '../model.ts';
import { isIssued } from '../policy.ts';
import { tellApplicant } from '../reading/tell-applicant.ts';
import { revoke } from './revoke-certificate.ts';
import { stopUnissued } from './stop-unissued.ts';

/**
 * Settles one letter whose facts have changed: revoked, or upheld with a reason; the holder is told where strangers were.
 * (更正重出 is done on the letter's own page and settles it as well.) One that is not signed yet is not signed any more.
 * Throws `not_found`, `already_decided` naming who was faster.
 */
export async function settleMatter(settlement: { actor: StaffActor; id: number; by: SettleMatter }): Promise<void> {
  const { actor, id } = settlement;
  const { act, reason } = settlement.by;
  await transaction(async (t) => {
    const { matter, application, certificate } = await load(id, t);
    if (act === 'revoke') {
      return isIssued(certificate)
        ? revoke({ actor, application, certificate, reason }, t)
        : stopUnissued({ actor, application, certificate, reason }, t);
    }
    return uphold({ actor, matter, application, certificate, reason }, t);
  });
}

/** The application's row is locked first, as by whoever revokes or replaces. */
async function load(id: number, t: Transaction) {
  const seen = await CertificateMatter.findByPk(id, { transaction: t, rejectOnEmpty: new AppError('not_found') });
  const certificate = await Certificate.findByPk(seen.certificateId, { transaction: t, rejectOnEmpty: true });
  const application = await Application.findByPk(certificate.applicationId, {
    transaction: t,
    lock: t.LOCK.UPDATE,
    rejectOnEmpty: true,
  });
  const matter = await seen.reload({ transaction: t, lock: t.LOCK.UPDATE });
  if (matter.state !== 'open') {
    const message = `该事项已由${matter.settledBy}处理：${MATTER_STATES[matter.state]}`;
    throw new AppError('already_decided', { message });
  }
  return { matter, application, certificate: await certificate.reload({ transaction: t }) };
}

interface Upholding {
  actor: StaffActor;
  matter: CertificateMatter;
  application: Application;
  certificate: Certificate;
  reason: string;
}

async function uphold({ actor, matter, application, certificate, reason }: Upholding, t: Transaction): Promise<void> {
  await matter.update({ state: 'upheld', reason, settledBy: actor.name, settledAt: clock.now() }, { transaction: t });
  await writeAudit(
    {
      actor,
      action: matter.isPublic ? 'certificate.upheld' : 'certificate.matter-upheld',
      targetKind: 'certificate',
      targetId: certificate.id,
      target: `${certificate.number} ${application.applicantName}`,
      detail: reason,
    },
    t,
  );
  if (!matter.isPublic) return;
  // Why, may be somebody else's business: the holder is told the result.
  await writeEvent({ subject: ofApplication(application.id), event: 'upheld', by: actor }, t);
  await tellApplicant({ event: 'upheld', applicationId: application.id }, t);
}
