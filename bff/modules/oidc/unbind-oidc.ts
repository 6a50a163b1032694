import type { MemberActor } from '../../actor.ts';
import { AppError } from '../../errors.ts';
import { transaction } from '../../platform/db/database.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { endOidcBinding } from './end-binding.ts';
import { OidcBinding } from './model.ts';

/** Unbinds one of the actor's own; whoever used it is signed out. Throws `not_found` for anybody else's. */
export async function unbindOidc({ actor, id }: { actor: MemberActor; id: number }): Promise<void> {
  await transaction(async (t) => {
    const where = { id, accountId: actor.accountId };
    const binding = await OidcBinding.findOne({ where, transaction: t, lock: t.LOCK.UPDATE });
    if (!binding) throw new AppError('not_found');
    await endOidcBinding(binding, t);
    await writeAudit(
      {
        actor,
        action: 'oidc.unbound',
        targetKind: 'account',
        targetId: actor.accountId,
        target: actor.name,
        detail: binding.name,
      },
      t,
    );
  });
}
