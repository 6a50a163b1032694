import { col, literal, Op, UniqueConstraintError } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { ShareLink, ShareView } from './model.ts';

/**
 * Counts one view of a link, if it still has one to give: one conditional UPDATE decides, however many ask at once.
 * The same visit asked again is the view that was counted. Answers false where there is none left.
 */
export async function countView(view: { linkId: number; visitHash: string; device: string }): Promise<boolean> {
  const { linkId, visitHash, device } = view;
  const now = clock.now();
  try {
    return await transaction(async (t) => {
      const [counted] = await ShareLink.update(
        { views: literal('views + 1') },
        {
          where: {
            id: linkId,
            revokedAt: null,
            expiresAt: { [Op.gt]: now },
            [Op.or]: [{ viewLimit: null }, { views: { [Op.lt]: col('view_limit') } }],
          },
          transaction: t,
        },
      );
      if (counted === 0) return false;
      await ShareView.create({ linkId, visitHash, at: now, device }, { transaction: t });
      return true;
    });
  } catch (error) {
    // The twin of a repeated request was faster; what was counted here is rolled back.
    if (error instanceof UniqueConstraintError) return true;
    throw error;
  }
}
