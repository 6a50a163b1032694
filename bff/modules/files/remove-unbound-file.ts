import { literal, Op } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { storage } from '../../platform/storage/storage.ts';
import { Upload } from './model.ts';

/**
 * Removes an upload that nothing was submitted with. In three steps, so that whoever submits meanwhile either has
 * the file or is told that it is gone, and a worker that dies in between goes on where it was. What a process of the
 * release before has bound, by `application_id`, is bound: a deleted file does not come back.
 */
export async function removeUnboundFile(uploadId: number): Promise<void> {
  const isFree = { ownerId: null, discardedAt: null, [Op.and]: literal('application_id IS NULL') };
  await Upload.update({ discardedAt: clock.now() }, { where: { id: uploadId, ...isFree } });
  const upload = await Upload.findByPk(uploadId);
  if (!upload || upload.discardedAt === null) return;
  await storage.delete(upload.storageKey);
  await upload.destroy();
}
