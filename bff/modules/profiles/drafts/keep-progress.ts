import { transaction } from '../../../platform/db/database.ts';
import { lockOwn } from '../policy.ts';
import { readWhole, type WholeProfile } from './read-whole.ts';

/**
 * Sections that are complete, of the thirteen that everybody has. 党员信息 counts for nothing, and neither does whether
 * anybody confirmed or rejected what stands there: a firm reads the figure, and must learn of none of that.
 */
export const commonlyDone = ({ judged }: Pick<WholeProfile, 'judged'>): number =>
  judged.filter(({ key, isComplete, isTouched }) => key !== 'party' && isComplete && isTouched).length;

/**
 * Writes the figure beside the profile when it has changed. The row is locked while it is counted again, so that of several
 * saves the last one counts what all have saved.
 */
export async function keepProgress(whole: WholeProfile): Promise<void> {
  if (!whole.profile || whole.profile.doneSections === commonlyDone(whole)) return;
  const { lawyerId } = whole;
  await transaction(async (t) => {
    const profile = await lockOwn(lawyerId, t);
    await profile?.update({ doneSections: commonlyDone(await readWhole(lawyerId, t)) }, { transaction: t });
  });
}
