import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import type { InSession, MemberActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { PrivacyConsent } from './model.ts';
import { personOf } from './person-of.ts';

/** Ends what whoever holds the session agreed to (《个人信息保护法》第十五条); what others of the account agreed to stands. */
export async function withdrawPrivacy({ actor }: { actor: MemberActor & InSession }): Promise<void> {
  const { bindingId } = await personOf(actor);
  const { accountId } = actor;
  await transaction(async (t) => {
    const where = { accountId, bindingId, withdrawnAt: null };
    const [ended] = await PrivacyConsent.update({ withdrawnAt: clock.now() }, { where, transaction: t });
    if (ended === 0) return;
    await writeAudit(
      { actor, action: 'privacy.withdrawn', targetKind: 'account', targetId: accountId, target: actor.name },
      t,
    );
  });
}
