import { Op } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import type { InSession, MemberActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { listBindings } from '../wechat/list-bindings.ts';
import { PrivacyConsent } from './model.ts';

/**
 * Ends what whoever holds the session agreed to (《个人信息保护法》第十五条): by the WeChat of this session, and what nobody
 * else's WeChat stands for — given with the password alone, or by a WeChat that is bound no more. What others of the
 * account agreed to by their own stands.
 */
export async function withdrawPrivacy({ actor }: { actor: MemberActor & InSession }): Promise<void> {
  const { bindings, currentId } = await listBindings({ actor });
  const others = bindings.map(({ id }) => id).filter((id) => id !== currentId);
  const { accountId } = actor;
  await transaction(async (t) => {
    const isNobodyElses = { [Op.or]: [{ bindingId: null }, { bindingId: { [Op.notIn]: [0, ...others] } }] };
    const where = { accountId, withdrawnAt: null, ...isNobodyElses };
    const [ended] = await PrivacyConsent.update({ withdrawnAt: clock.now() }, { where, transaction: t });
    if (ended === 0) return;
    await writeAudit(
      { actor, action: 'privacy.withdrawn', targetKind: 'account', targetId: accountId, target: actor.name },
      t,
    );
  });
}
