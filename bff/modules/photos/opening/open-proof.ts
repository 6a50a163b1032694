import type { StaffActor } from '../../../actor.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofPhoto } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { readFile } from '../../files/read-file.ts';
import { findLawyer } from '../../registry/lawyers/find-lawyer.ts';
import { loadPhoto } from '../policy.ts';

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
  await transaction((t) => writeAudit({ actor, ...line, target, detail: file.fileName }, t));
  return file;
}
