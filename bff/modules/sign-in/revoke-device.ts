import { AppError } from '../../errors.ts';
import { transaction } from '../../platform/db/database.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { MemberActor } from '../../actor.ts';
import { Session } from '../accounts/model.ts';

/** Signs one of the actor's own devices out. Throws `not_found` for anybody else's, as for none at all. */
export async function revokeDevice({ actor, id }: { actor: MemberActor; id: number }): Promise<void> {
  await transaction(async (t) => {
    const session = await Session.findOne({ where: { id, accountId: actor.accountId }, transaction: t });
    if (!session) throw new AppError('not_found');
    await session.destroy({ transaction: t });
    await writeAudit(
      {
        actor,
        action: 'session.revoked',
        targetKind: 'account',
        targetId: actor.accountId,
        target: actor.name,
        detail: session.device,
      },
      t,
    );
  });
}
