import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { notifyMember } from '../../notifications/notify-member.ts';
import { voidPaperOf } from '../../papers/orders/void-paper.ts';
import { loadFor } from '../policy.ts';
import { readTypeLabel } from '../reading/read-contact.ts';
import { writeEvent } from '../../timeline/write-event.ts';

/**
 * A reviewer revokes an issued certificate: it stays what it is, and everybody who verifies it is told. Throws
 * `already_decided` when it was revoked or replaced before, `wrong_state` when there is no document yet.
 */
export async function revokeCertificate(revocation: { actor: StaffActor; id: number; reason: string }): Promise<void> {
  const { actor, id, reason } = revocation;
  await transaction(async (t) => {
    const { application, certificate } = await loadFor(actor, 'revoke', id, t);
    if (!certificate) return;
    await certificate.update(
      { standing: 'revoked', standingAt: clock.now(), standingReason: reason },
      { transaction: t },
    );
    await application.update({ standing: 'revoked' }, { transaction: t });
    await voidPaperOf({ applicationId: id, by: actor, reason: '证明已撤销' }, t);
    await writeEvent({ applicationId: id, event: 'revoked', by: actor, note: reason }, t);
    const told = { id, number: certificate.number, typeLabel: await readTypeLabel(id, t) };
    await notifyMember({ event: 'revoked', application: told, facts: { reason } }, t);
    await writeAudit(
      {
        actor,
        action: 'certificate.revoked',
        targetKind: 'certificate',
        targetId: certificate.id,
        target: `${certificate.number} ${application.applicantName}`,
        detail: reason,
      },
      t,
    );
  });
}
