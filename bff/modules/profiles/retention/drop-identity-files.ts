import { transaction } from '../../../platform/db/database.ts';
import { ofProfile } from '../../../subject.ts';
import { discardFiles } from '../../files/discard-files.ts';
import { rowsOf } from '../facts/stored.ts';
import { tokensIn } from '../drafts/tokens-in.ts';
import { Profile, ProfileSectionRow } from '../model.ts';

/** Removes the identity documents that a former member had put into 证明材料. Answers how many. */
export async function dropIdentityFiles(lawyerId: number): Promise<number> {
  const profile = await Profile.findOne({ where: { lawyerId } });
  const row = await ProfileSectionRow.findOne({ where: { lawyerId, section: 'documents' } });
  if (!profile || !row) return 0;
  const documents = rowsOf(row).filter(({ values }) => values['kind'] === 'identity');
  const tokens = tokensIn('documents', documents);
  return transaction(async (t) => {
    let removed = 0;
    for (const token of tokens) {
      removed += (await discardFiles({ owner: ofProfile(profile.id), token, why: 'expired' }, t)).length;
    }
    return removed;
  });
}
