import type { StaffActor } from '../../../actor.ts';
import type { Row } from '../../../contract/form-reading/fields.ts';
import type { SectionKey } from '../../../contract/profile/profile.ts';
import { AppError } from '../../../errors.ts';
import { ofProfile } from '../../../subject.ts';
import { readFile } from '../../files/read-file.ts';
import { ProfileChange } from '../change-model.ts';
import { wantedOf, wholeRows } from '../facts/stored.ts';
import { tokensIn } from '../drafts/tokens-in.ts';
import { loadProfile } from '../policy.ts';
import { noteView } from './note-view.ts';
import { sectionOfFile } from './section-of-file.ts';
import { readSnapshots } from './show-profile.ts';

/** The reason that is written down with each look; an identity document asks whoever looks for one. */
const REASON = '审核所附的证明材料';

/**
 * A file of what was submitted last or approved last; each opening is written down, for the member to read. Throws
 * `not_found`, for what stands in a draft alone as well; `forbidden` for an identity document without a reason.
 */
export async function openProfileFile(look: { actor: StaffActor; id: number; token: string; reason?: string }) {
  const { actor, id, token, reason } = look;
  const profile = await loadProfile(actor, id);
  const { latest, approved } = await readSnapshots(profile);
  const section = sectionOfFile([latest, approved], token) ?? (await sectionOfChange(profile.lawyerId, token));
  const snapshot = latest ?? approved;
  if (section === undefined || !snapshot) throw new AppError('not_found');
  const places = [latest, approved].map((one) => (one ? wholeRows(one, 'documents') : []));
  if (
    reason === undefined &&
    [...places.flat(), ...(await waitingDocuments(profile.lawyerId))].some(isIdentity(token))
  ) {
    throw new AppError('forbidden', { message: '身份证件须写明查看事由，逐份打开' });
  }
  const file = await readFile({ actor, owner: ofProfile(id), token });
  await noteView({ actor, profile, snapshot, section, reason: reason ?? REASON });
  return file;
}

/** Whether a row of 证明材料 is an identity document (P4) that has the file. */
const isIdentity =
  (token: string) =>
  ({ values }: Row): boolean => {
    const { kind, files } = values;
    return kind === 'identity' && Array.isArray(files) && files.includes(token);
  };

async function waitingDocuments(lawyerId: number): Promise<readonly Row[]> {
  const change = await ProfileChange.findOne({ where: { lawyerId, state: 'waiting', section: 'documents' } });
  return change ? wantedOf(change) : [];
}

/** The section of a waiting change in which the file stands. */
async function sectionOfChange(lawyerId: number, token: string): Promise<SectionKey | undefined> {
  const waiting = await ProfileChange.findAll({ where: { lawyerId, state: 'waiting' } });
  return waiting.find((change) => tokensIn(change.section, wantedOf(change)).includes(token))?.section;
}
