import type { StaffActor } from '../../../actor.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofPhoto } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { readFile } from '../../files/read-file.ts';
import { findLawyer } from '../../registry/lawyers/find-lawyer.ts';
import { notePersonalView } from '../../views/note-view.ts';
import { loadPhoto } from '../policy.ts';

/** Why, as the lawyer reads it. */
const REASON = '核对所交的照片是否本人';

/**
 * What was handed in with a photo, an identity document as a rule: each opening is written down before a byte is handed
 * out. Throws as `readFile`.
 */
export async function openProof({ actor, id, token }: { actor: StaffActor; id: number; token: string }) {
  const { lawyerId } = await loadPhoto(actor, id);
  const file = await readFile({ actor, owner: ofPhoto(id), token });
  const { lawyer } = await findLawyer({ id: lawyerId });
  const line = { action: 'photo.proof-opened', targetKind: 'lawyer', targetId: lawyerId } as const;
  const target = `${lawyer.name}（${lawyer.licenceNo}）`;
  await transaction(async (t) => {
    await notePersonalView({ actor, lawyerId, part: 'photo', reason: REASON }, t);
    await writeAudit({ actor, ...line, target, detail: file.fileName }, t);
  });
  return file;
}
