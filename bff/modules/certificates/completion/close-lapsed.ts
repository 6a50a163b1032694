import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofApplication } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { Application } from '../model.ts';
import { tellApplicant } from '../reading/tell-applicant.ts';

/**
 * Closes an application that its member has not completed in time, and says so. Does nothing when it was sent again,
 * withdrawn or closed meanwhile, or returned anew, which gives new time.
 */
export async function closeLapsed({ applicationId }: { applicationId: number }): Promise<void> {
  await transaction(async (t) => {
    const application = await Application.findByPk(applicationId, { transaction: t, lock: t.LOCK.UPDATE });
    if (application?.state !== 'returned') return;
    if ((application.returnedUntil ?? 0) > clock.now()) return;
    await application.update({ state: 'lapsed' }, { transaction: t });
    await writeEvent({ subject: ofApplication(applicationId), event: 'lapsed', by: null }, t);
    await tellApplicant({ event: 'lapsed', applicationId, facts: { request: application.returnRequest } }, t);
    await writeAudit(
      {
        actor: null,
        action: 'application.lapsed',
        targetKind: 'application',
        targetId: applicationId,
        target: `${application.number} ${application.applicantName}`,
      },
      t,
    );
  });
}
