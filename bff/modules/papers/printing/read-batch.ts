import { AppError } from '../../../errors.ts';
import { storage } from '../../../platform/storage/storage.ts';
import { PrintBatch } from '../model.ts';

const LATEST = 20;

/** The latest print batches, newest first. */
export async function listBatches(): Promise<PrintBatch[]> {
  return PrintBatch.findAll({ order: [['id', 'DESC']], limit: LATEST });
}

/** One print batch. Throws `not_found`. */
export async function findBatch({ id }: { id: number }): Promise<PrintBatch> {
  const batch = await PrintBatch.findByPk(id);
  if (!batch) throw new AppError('not_found');
  return batch;
}

/** The file of a batch, as often as wanted. Throws `not_found`, and `wrong_state` while it is being made. */
export async function readBatchFile({ id }: { id: number }): Promise<Buffer> {
  const { storageKey } = await findBatch({ id });
  if (storageKey === null) throw new AppError('wrong_state', { message: '打印文件尚未制作完成' });
  return storage.get(storageKey);
}
