import type { MemberActor } from '../../actor.ts';
import type { ReferPhotoParsed } from '../../contract/photos/schemas.ts';
import { transaction } from '../../platform/db/database.ts';
import { ofPhoto } from '../../subject.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { bindFiles } from '../files/bind-files.ts';
import { lockLawyer } from '../registry/lawyers/match-identity.ts';
import { refer } from './accept-photo.ts';
import { lawyerIdOf, loadPhotoIn } from './policy.ts';

/**
 * Has the lawyer's draft verified by staff: always possible, whatever a comparison said or was not asked. A photo that
 * waited before makes way. Throws `not_found`, `wrong_state`, `invalid_fields` for files that are gone.
 */
export async function referPhoto(referral: { actor: MemberActor; id: number; input: ReferPhotoParsed }): Promise<void> {
  const { actor, id, input } = referral;
  await transaction(async (t) => {
    const lawyer = await lockLawyer(lawyerIdOf(actor), t);
    const photo = await loadPhotoIn('draft', { actor, id }, t);
    await bindFiles({ accountId: actor.accountId, owner: ofPhoto(id), tokens: input.attachments }, t);
    await photo.update({ way: 'manual' }, { transaction: t });
    await refer(photo, t);
    await writeAudit(
      {
        actor,
        action: 'photo.referred',
        targetKind: 'lawyer',
        targetId: lawyer.id,
        target: `${lawyer.name}（${lawyer.licenceNo}）`,
      },
      t,
    );
  });
}
