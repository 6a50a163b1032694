import type { Transaction } from 'sequelize';
import type { AttachmentReply } from '../../contract/files/endpoints.ts';
import type { SubjectRef } from '../../subject.ts';
import { Upload } from './model.ts';

/** What something was submitted with, in the order of uploading; whoever asks has authorised it. */
export async function listFiles(owner: SubjectRef, t?: Transaction): Promise<AttachmentReply[]> {
  const rows = await Upload.findAll({
    where: { ownerKind: owner.kind, ownerId: owner.id },
    order: ['id'],
    ...(t && { transaction: t }),
  });
  return rows.map(attachmentOf);
}

export const attachmentOf = ({ token, name, kind, size }: Upload): AttachmentReply => ({ id: token, name, kind, size });
