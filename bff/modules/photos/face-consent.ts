import type { MemberActor } from '../../actor.ts';
import { FACE_CONSENT, FACE_CONSENT_EDITION } from '../../contract/photos/enums.ts';
import { transaction } from '../../platform/db/database.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { agreeSeparately, withdrawSeparately } from '../privacy/separate-consents.ts';
import { PhotoCheck } from './model.ts';
import { lawyerIdOf } from './policy.ts';

/** The consent that a comparison by face needs. */
export const FACE_AGREEMENT = { kind: FACE_CONSENT, edition: FACE_CONSENT_EDITION };

/** Records that the lawyer agrees that name, number and photo are sent to be compared (《个人信息保护法》第二十九条). */
export async function agreeToFaceCheck({ actor, userAgent }: { actor: MemberActor; userAgent: string }): Promise<void> {
  const lawyerId = lawyerIdOf(actor);
  await transaction(async (t) => {
    if (!(await agreeSeparately({ actor, agreement: FACE_AGREEMENT, userAgent }, t))) return;
    const detail = `${FACE_CONSENT_EDITION} 版`;
    await writeAudit({ actor, action: 'photo.consented', ...targetOf(actor, lawyerId), detail }, t);
  });
}

/**
 * Takes the consent back: nothing is sent any more, and what a comparison left behind goes; that it was right stays, as
 * a fact of the registration.
 */
export async function withdrawFaceConsent({ actor }: { actor: MemberActor }): Promise<void> {
  const lawyerId = lawyerIdOf(actor);
  await transaction(async (t) => {
    await PhotoCheck.update(NO_EVIDENCE, { where: { lawyerId }, transaction: t });
    if (!(await withdrawSeparately({ actor, kind: FACE_CONSENT }, t))) return;
    await writeAudit({ actor, action: 'photo.consent-withdrawn', ...targetOf(actor, lawyerId) }, t);
  });
}

/** What a comparison is left with: that it was, when, and its result. */
export const NO_EVIDENCE = { photoHash: null, subjectHash: null, transactionNo: null };

const targetOf = ({ name: target }: MemberActor, targetId: number) =>
  ({ targetKind: 'lawyer', targetId, target }) as const;
