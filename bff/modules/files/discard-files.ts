import { Op, type Transaction } from 'sequelize';
import type { SubjectRef } from '../../subject.ts';
import { clock } from '../../platform/clock/clock.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { storage } from '../../platform/storage/storage.ts';
import { Upload } from './model.ts';

/**
 * Takes away files of what they were sent with, which goes on saying that there was one; answers them. Their bytes go after
 * the commit, unless a copy is attached to something else. Whoever calls has authorised it.
 * @param what `token` absent: all of them
 */
export async function discardFiles(
  what: { owner: SubjectRef; token?: string; why: 'withdrawn' | 'expired' },
  t: Transaction,
): Promise<Upload[]> {
  const { owner, token, why } = what;
  const where = { ownerKind: owner.kind, ownerId: owner.id, discardedAt: null, ...(token && { token }) };
  const uploads = await Upload.findAll({ where, transaction: t, lock: t.LOCK.UPDATE });
  for (const upload of uploads) await discard(upload, why, t);
  return uploads;
}

/** The same of one file. */
export async function discard(upload: Upload, why: NonNullable<Upload['removedWhy']>, t: Transaction): Promise<void> {
  await upload.update({ discardedAt: clock.now(), removedWhy: why }, { transaction: t });
  await enqueue('delete-discarded-file', { uploadId: upload.id }, { t });
}

/** Deletes the bytes of a file that was taken away, once no other row has them. */
export async function deleteDiscarded(uploadId: number): Promise<void> {
  const upload = await Upload.findByPk(uploadId);
  if (!upload || upload.discardedAt === null) return;
  const others = { storageKey: upload.storageKey, id: { [Op.ne]: uploadId }, discardedAt: null };
  if ((await Upload.count({ where: others })) === 0) await storage.delete(upload.storageKey);
}
