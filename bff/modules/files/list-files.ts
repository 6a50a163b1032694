import type { Transaction } from 'sequelize';
import type { AttachmentReply, KeptFile } from '../../contract/files/endpoints.ts';
import type { FileState } from '../../contract/files/enums.ts';
import type { SubjectRef } from '../../subject.ts';
import { Upload, type Scan } from './model.ts';

/** What something was submitted with, in the order of uploading; whoever asks has authorised it. */
export async function listFiles(owner: SubjectRef, t?: Transaction): Promise<AttachmentReply[]> {
  const rows = await Upload.findAll({
    where: { ownerKind: owner.kind, ownerId: owner.id },
    order: ['id'],
    ...(t && { transaction: t }),
  });
  return rows.map(attachmentOf);
}

/** What can be had of a file. */
export const stateOf = ({ removedWhy, scan }: { removedWhy: Upload['removedWhy']; scan: Scan }): FileState =>
  removedWhy ?? FILE_STATE_OF[scan];
const FILE_STATE_OF = {
  unscanned: 'unscanned',
  pending: 'checking',
  clean: 'ready',
  infected: 'infected',
} as const satisfies Record<Scan, FileState>;

type Attached = Pick<Upload, 'token' | 'name' | 'kind' | 'size'>;

export const keptFileOf = (upload: Attached & Pick<Upload, 'removedWhy' | 'scan' | 'isIdentity'>): KeptFile => ({
  ...attachmentOf(upload),
  state: stateOf(upload),
  isIdentity: upload.isIdentity,
});

export const attachmentOf = ({ token, name, kind, size }: Attached): AttachmentReply => ({
  id: token,
  name,
  kind,
  size,
});
