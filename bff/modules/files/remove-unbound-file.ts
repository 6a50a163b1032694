import { Op } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { storage } from '../../platform/storage/storage.ts';
import { notBoundBefore } from './bound-before.ts';
import { Upload } from './model.ts';

/**
 * Removes an upload that nothing was submitted with. In three steps, so that whoever submits meanwhile either has
 * the file or is told that it is gone, and a worker that dies in between goes on where it was. What a process of the
 * release before has bound is bound: a deleted file does not come back.
 */
export async function removeUnboundFile(uploadId: number): Promise<void> {
  const isFree = { ownerId: null, discardedAt: null, [Op.and]: notBoundBefore };
  await Upload.update({ discardedAt: clock.now() }, { where: { id: uploadId, ...isFree } });
  const upload = await Upload.findByPk(uploadId);
  // What was bound is taken away by whoever owns it (discard-files.ts), and its row stays.
  if (!upload || upload.discardedAt === null || upload.ownerId !== null) return;
  await storage.delete(upload.storageKey);
  await upload.destroy();
}
