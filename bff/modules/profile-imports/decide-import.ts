import type { StaffActor } from '../../actor.ts';
import { AppError } from '../../errors.ts';
import { transaction } from '../../platform/db/database.ts';
import { Import } from './model.ts';
import { orderPiece } from './staging/order-piece.ts';
import { showImport } from './show-import.ts';

type Asked = { actor: StaffActor; id: number };

/**
 * Has an import written that was looked through whole, by whoever brought it in: in that name it is written. Lawyers with
 * a fault and those who are skipped are left out. Throws `not_found`, `forbidden`, `changed_meanwhile`.
 */
export async function applyImport({ actor, id }: Asked): Promise<void> {
  const { due } = await showImport({ actor, id });
  await transaction(async (t) => {
    const run = await Import.findByPk(id, {
      transaction: t,
      lock: t.LOCK.UPDATE,
      rejectOnEmpty: new AppError('not_found'),
    });
    if (run.accountId !== actor.accountId) {
      throw new AppError('forbidden', { message: '只有上传文件的人可以确认导入；其他人请自己重新上传后导入' });
    }
    if (run.state !== 'checked' || due === 0) {
      throw new AppError('changed_meanwhile', { message: '这次导入不在等待确认，或没有可以导入的内容' });
    }
    await run.update({ state: 'applying' }, { transaction: t });
    await orderPiece(run, t);
  });
}

/** Sets an import going again that has stopped on its way. Throws `not_found`, `changed_meanwhile`. */
export async function resumeImport({ id }: { id: number }): Promise<void> {
  await transaction(async (t) => {
    const run = await Import.findByPk(id, {
      transaction: t,
      lock: t.LOCK.UPDATE,
      rejectOnEmpty: new AppError('not_found'),
    });
    if (run.state !== 'checking' && run.state !== 'applying') {
      throw new AppError('changed_meanwhile', { message: '这次导入没有在进行' });
    }
    await orderPiece(run, t);
  });
}
