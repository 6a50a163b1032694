import { AppError } from '../../../errors.ts';
import { log } from '../../../platform/log/log.ts';
import { transaction } from '../../../platform/db/database.ts';
import { Import, ImportPhoto } from '../model.ts';
import { removePicture } from './photo-file.ts';

/** Gives up an import of which nothing is written: rows and pictures go. Throws `not_found`, `changed_meanwhile`. */
export async function discardImport({ id }: { id: number }): Promise<null> {
  await transaction(async (t) => {
    const run = await Import.findByPk(id, {
      transaction: t,
      lock: t.LOCK.UPDATE,
      rejectOnEmpty: new AppError('not_found'),
    });
    if (run.state === 'applying') throw new AppError('changed_meanwhile', { message: '正在导入，不能放弃' });
    if (run.state === 'applied') throw new AppError('changed_meanwhile', { message: '已经导入，不能放弃' });
    const photos = await ImportPhoto.findAll({ where: { importId: id }, transaction: t });
    await run.destroy({ transaction: t });
    t.afterCommit(async () => {
      for (const photo of photos) {
        await removePicture(photo).catch((error: unknown) =>
          log.warn({ err: error }, 'a picture of an import is left in the storage; its key is gone'),
        );
      }
    });
  });
  return null;
}

/** Gives up one that nobody has confirmed for so long: what was brought for nothing is not kept. */
export async function dropForgotten(importId: number): Promise<void> {
  const run = await Import.findByPk(importId);
  if (run && run.state !== 'applying' && run.state !== 'applied') await discardImport({ id: importId });
}
