import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import type { InSession, MemberActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { PrivacyConsent } from './model.ts';
import { personOf } from './person-of.ts';

/** Records that whoever holds the session agreed to an edition. Said again it is the consent that stands already. */
export async function agreeToPrivacy({
  actor,
  version,
}: {
  actor: MemberActor & InSession;
  version: string;
}): Promise<void> {
  const { bindingId, person } = await personOf(actor);
  const { accountId } = actor;
  await transaction(async (t) => {
    const where = { accountId, bindingId, version, withdrawnAt: null };
    if (await PrivacyConsent.findOne({ where, transaction: t })) return;
    await PrivacyConsent.create({ ...where, person, agreedAt: clock.now() }, { transaction: t });
    await writeAudit(
      {
        actor,
        action: 'privacy.agreed',
        targetKind: 'account',
        targetId: accountId,
        target: actor.name,
        detail: `${version} 版${person && ` ${person}`}`,
      },
      t,
    );
  });
}
