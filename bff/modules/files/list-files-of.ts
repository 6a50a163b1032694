import type { AttachmentReply } from '../../contract/files/endpoints.ts';
import { attachmentOf } from './list-files.ts';
import { Upload } from './model.ts';

/** The files of several owners of one kind, by owner, with one statement; whoever asks has authorised them. */
export async function listFilesOf(
  kind: string,
  ids: readonly number[],
): Promise<ReadonlyMap<number, AttachmentReply[]>> {
  const files = new Map<number, AttachmentReply[]>();
  if (ids.length === 0) return files;
  for (const row of await Upload.findAll({ where: { ownerKind: kind, ownerId: [...ids] }, order: ['id'] })) {
    const owner = Number(row.ownerId);
    files.set(owner, [...(files.get(owner) ?? []), attachmentOf(row)]);
  }
  return files;
}
