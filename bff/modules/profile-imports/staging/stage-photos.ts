import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import { Import, ImportPhoto } from '../model.ts';
import { orderPiece } from './order-piece.ts';
import { keepPicture, removePicture } from './photo-file.ts';
import { readPhotos } from './read-photos.ts';

type Staged = Pick<ImportPhoto, 'fileName' | 'licenceNo' | 'outcome' | 'note' | 'storageKey' | 'keySealed'>;

/**
 * Adds the pictures of a ZIP to an import that was looked through and is not written, and has them looked through too.
 * Throws `not_found`, `forbidden` for who did not bring it in, `changed_meanwhile`, `invalid_fields` on `file`; nothing is
 * left of the ZIP then.
 */
export async function stagePhotos(asked: { actor: StaffActor; id: number; bytes: Buffer }): Promise<void> {
  const { actor, id, bytes } = asked;
  await loadOpen(actor, id);
  const staged: Staged[] = [];
  try {
    for await (const { fileName, licenceNo, bytes: picture, fault } of readPhotos(bytes)) {
      const kept = fault === '' ? await keepPicture(id, picture) : { storageKey: null, keySealed: null };
      const outcome = fault === '' ? ('waiting' as const) : ('faulty' as const);
      staged.push({ fileName, licenceNo, outcome, note: fault, ...kept });
    }
    if (staged.length === 0) throw new AppError('invalid_fields', { fields: { file: '压缩包中没有照片' } });
    await transaction(async (t) => {
      const run = await loadOpen(actor, id, t);
      const rows = staged.map((one) => ({ importId: id, isDue: false, ...one }));
      await ImportPhoto.bulkCreate(rows, { transaction: t });
      const faulty = staged.filter(({ outcome }) => outcome === 'faulty').length;
      const [total, checked] = [run.total + staged.length, run.checked + faulty];
      await run.update({ total, checked, state: checked < total ? 'checking' : 'checked' }, { transaction: t });
      if (checked < total) await orderPiece(run, t);
    });
  } catch (error) {
    for (const one of staged) await removePicture(one);
    throw error;
  }
}

/** The import, while it is looked through and not written, for whoever brought it in; in a transaction it is locked. */
async function loadOpen(actor: StaffActor, id: number, t?: Transaction): Promise<Import> {
  const lock = t && { transaction: t, lock: t.LOCK.UPDATE };
  const run = await Import.findByPk(id, { rejectOnEmpty: new AppError('not_found'), ...lock });
  if (run.accountId !== actor.accountId) {
    throw new AppError('forbidden', { message: '只有上传文件的人可以添加照片' });
  }
  if (run.state !== 'checked') throw new AppError('changed_meanwhile', { message: '检查完毕、尚未导入时才能添加照片' });
  return run;
}
