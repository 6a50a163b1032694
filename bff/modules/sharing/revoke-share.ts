import { recipientInWords } from '../../contract/sharing/enums.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import type { MemberActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { loadShareable } from '../certificates/issued/load-shareable.ts';
import { ShareLink } from './model.ts';

/** Closes a link at once; a second time changes nothing. Throws `not_found` when the certificate has no such link. */
export async function revokeShare(what: { actor: MemberActor; id: number; shareId: number }): Promise<void> {
  const { actor, id, shareId } = what;
  await transaction(async (t) => {
    const { certificateId, number } = await loadShareable({ actor, act: 'show', id }, t);
    const link = await ShareLink.findOne({ where: { id: shareId, certificateId }, transaction: t });
    if (!link) throw new AppError('not_found');
    const [rows] = await ShareLink.update(
      { revokedAt: clock.now() },
      { where: { id: shareId, revokedAt: null }, transaction: t },
    );
    if (rows === 0) return;
    await writeAudit(
      {
        actor,
        action: 'share.revoked',
        targetKind: 'certificate',
        targetId: certificateId,
        target: number,
        detail: recipientInWords(link.recipient),
      },
      t,
    );
  });
}
