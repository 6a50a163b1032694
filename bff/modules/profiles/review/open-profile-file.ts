import type { StaffActor } from '../../../actor.ts';
import type { SectionKey } from '../../../contract/profile/profile.ts';
import { AppError } from '../../../errors.ts';
import { ofProfile } from '../../../subject.ts';
import { readFile } from '../../files/read-file.ts';
import { ProfileChange } from '../change-model.ts';
import { wantedOf } from '../facts/stored.ts';
import { tokensIn } from '../drafts/tokens-in.ts';
import { loadProfile } from '../policy.ts';
import { noteView } from './note-view.ts';
import { sectionOfFile } from './section-of-file.ts';
import { readSnapshots } from './show-profile.ts';

/** The reason that is written down with each look: identity cards and records of convictions are among these files. */
const REASON = '审核所附的证明材料';

/**
 * A file of what was submitted last or approved last; each opening is written down, for the member to read. Throws
 * `not_found`, for what stands in a draft alone as well.
 */
export async function openProfileFile({ actor, id, token }: { actor: StaffActor; id: number; token: string }) {
  const profile = await loadProfile(actor, id);
  const { latest, approved } = await readSnapshots(profile);
  const section = sectionOfFile([latest, approved], token) ?? (await sectionOfChange(profile.lawyerId, token));
  const snapshot = latest ?? approved;
  if (section === undefined || !snapshot) throw new AppError('not_found');
  const file = await readFile({ actor, owner: ofProfile(id), token });
  await noteView({ actor, profile, snapshot, section, reason: REASON });
  return file;
}

/** The section of a waiting change in which the file stands. */
async function sectionOfChange(lawyerId: number, token: string): Promise<SectionKey | undefined> {
  const waiting = await ProfileChange.findAll({ where: { lawyerId, state: 'waiting' } });
  return waiting.find((change) => tokensIn(change.section, wantedOf(change)).includes(token))?.section;
}
