import type { StaffActor } from '../../actor.ts';
import { COMPARED_WITH, PHOTO_WAYS } from '../../contract/photos/enums.ts';
import type { DecidePhotoParsed } from '../../contract/photos/schemas.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { lockLawyer, matchIdentity } from '../registry/lawyers/match-identity.ts';
import { activate } from './accept-photo.ts';
import { loadPhoto, loadPhotoIn } from './policy.ts';
import { tellDecided } from './tell-decided.ts';

/**
 * Accepts a photo that waits for staff as the lawyer's, which says that the identity was compared as well, or refuses it
 * with a reason. The lawyer is told. Throws `not_found`, `already_decided`, `changed_meanwhile`.
 */
export async function decidePhoto(decided: {
  actor: StaffActor;
  id: number;
  decision: DecidePhotoParsed;
}): Promise<void> {
  const { actor, id, decision } = decided;
  const { lawyerId } = await loadPhoto(actor, id);
  await transaction(async (t) => {
    const lawyer = await lockLawyer(lawyerId, t);
    const photo = await loadPhotoIn('pending', { actor, id }, t).catch((error: unknown) => {
      throw error instanceof AppError && error.code === 'wrong_state' ? new AppError('already_decided') : error;
    });
    if (photo.version !== decision.version) throw new AppError('changed_meanwhile');
    const { verdict, opinion } = decision;
    const isPass = verdict === 'pass';
    const comparedWith = isPass ? decision.comparedWith : null;
    const common = { decidedAt: clock.now(), decidedBy: actor.name, comparedWith, opinion };
    const how = comparedWith === null ? '' : `${PHOTO_WAYS.manual}，核对了${COMPARED_WITH[comparedWith]}`;
    if (isPass) {
      await photo.update(common, { transaction: t });
      await activate(photo, t);
      await matchIdentity({ lawyer, by: actor, how }, t);
    } else {
      const refused = { ...common, state: 'refused' as const, slot: null, version: photo.version + 1 };
      await photo.update(refused, { transaction: t });
    }
    await writeAudit(
      {
        actor,
        action: isPass ? 'photo.passed' : 'photo.refused',
        targetKind: 'lawyer',
        targetId: lawyerId,
        target: `${lawyer.name}（${lawyer.licenceNo}）`,
        detail: [how, opinion].filter(Boolean).join('；'),
      },
      t,
    );
    await tellDecided({ lawyer, verdict, opinion }, t);
  });
}
