import { Op } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ProfileChange } from '../change-model.ts';
import { ProfileSectionRow, ProfileSnapshot } from '../model.ts';

/**
 * Removes what is sensitive of a former member (P3), wherever it stands: in the working copy, in what was submitted, in
 * changes. A snapshot whose sensitive part is gone says so, because its hash was made of both. Answers how many rows.
 */
export async function dropSensitive(lawyerId: number): Promise<number> {
  return transaction(async (t) => {
    const sealed = { [Op.not]: null };
    const [drafts] = await ProfileSectionRow.update(
      { sealedData: null },
      { where: { lawyerId, sealedData: sealed }, transaction: t },
    );
    // The one change that a snapshot may undergo besides its outcome; never by an act.
    const [snapshots] = await ProfileSnapshot.update(
      { sealedContent: null, sensitiveRemovedAt: clock.now() },
      { where: { lawyerId, sealedContent: sealed }, transaction: t, hooks: false },
    );
    const [changes] = await ProfileChange.update(
      { sealedBase: null, sealedWanted: null },
      { where: { lawyerId, [Op.or]: [{ sealedBase: sealed }, { sealedWanted: sealed }] }, transaction: t },
    );
    return drafts + snapshots + changes;
  });
}
