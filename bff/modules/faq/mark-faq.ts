import type { MemberActor } from '../../actor.ts';
import type { MarkFaqParsed } from '../../contract/faq/schemas.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { FaqEntry, FaqMark } from './model.ts';

/** Says whether a published answer was of use; each account has one word, the last one counts. Throws `not_found`. */
export async function markFaq(marked: { actor: MemberActor; id: number; input: MarkFaqParsed }): Promise<void> {
  const { actor, id, input } = marked;
  const { accountId } = actor;
  await transaction(async (t) => {
    // The entry's row is locked, so that two marks of one account come one after the other.
    const entry = await FaqEntry.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
    if (!entry?.isPublished) throw new AppError('not_found');
    const said = { ...input, markedAt: clock.now() };
    const before = await FaqMark.findOne({ where: { entryId: id, accountId }, transaction: t });
    if (before) await before.update(said, { transaction: t });
    else await FaqMark.create({ entryId: id, accountId, ...said }, { transaction: t });
  });
}
