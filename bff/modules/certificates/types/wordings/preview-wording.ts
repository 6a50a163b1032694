import type { SampleSituation } from '../../../../contract/certificate-types/enums.ts';
import { countAgainst } from '../../../../platform/kv/rate-limit.ts';
import type { StaffActor } from '../../../../actor.ts';
import { findTypeForStaff } from '../list-types-for-staff.ts';
import { tryWording } from './try-wording.ts';

/** Someone who types steadily asks for one every second or two. */
const drafts = { name: 'wording-preview', limit: 600, windowMs: 10 * 60_000 };

/** A draft of a wording, printed with invented data, 示样 over it. Throws `not_found`, `invalid_fields`. */
export async function previewWording(draft: {
  actor: StaffActor;
  id: number;
  wording: { body: string; rosterTitle: string };
  situation: SampleSituation;
}): Promise<Buffer> {
  const { actor, id, wording, situation } = draft;
  await countAgainst(drafts, String(actor.accountId));
  const { type } = await findTypeForStaff({ id });
  return tryWording(type, { body: wording.body, rosterTitle: wording.rosterTitle || null }, situation);
}
