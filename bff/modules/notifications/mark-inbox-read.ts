import { Op } from 'sequelize';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { memberIdOf, type MemberActor } from '../../actor.ts';
import { InboxEntry } from './model.ts';

/**
 * Marks one entry of the actor's own as read, or all up to the newest that was on the screen: what came meanwhile stays
 * unread. Throws `not_found` for anybody else's entry, as for none at all.
 */
export async function markInboxRead(actor: MemberActor, which: { id: number } | { upTo: number }): Promise<void> {
  const { kind, id: memberId } = memberIdOf(actor);
  const own = { memberKind: kind, memberId };
  await transaction(async (t) => {
    if ('id' in which && !(await InboxEntry.findOne({ where: { ...own, id: which.id }, transaction: t }))) {
      throw new AppError('not_found');
    }
    const id = 'id' in which ? which.id : { [Op.lte]: which.upTo };
    await InboxEntry.update({ readAt: clock.now() }, { where: { ...own, id, readAt: null }, transaction: t });
  });
}
