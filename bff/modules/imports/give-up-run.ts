import type { Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import { transaction } from '../../platform/db/database.ts';
import { ImportLine, ImportRun } from './model.ts';
import { orderPiece } from './order-piece.ts';
import { dropFile } from './run-file.ts';

/** Rows that go at once: others wait so long for their turn to write. */
const DROPPED_ROWS = 1_000;

/**
 * Gives up a run that changes nothing: nobody sees it from then on, its file goes at once, its rows in pieces. What is being applied or was
 * stays in the list, which says who brought in what. Throws `not_found`, `changed_meanwhile`.
 */
export async function discardRun(id: number): Promise<null> {
  await transaction(async (t) => {
    const run = await ImportRun.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
    if (!run || run.state === 'discarded') throw new AppError('not_found');
    if (run.state === 'applying') throw new AppError('changed_meanwhile', { message: '正在导入，不能放弃' });
    if (run.state === 'applied') throw new AppError('changed_meanwhile', { message: '已经导入，不能放弃' });
    await leave(run, t);
  });
  return null;
}

/** Takes a run out of everybody's sight and orders that its rows go; the caller holds it, or is the only one to know it. */
export async function leave(run: ImportRun, t: Transaction): Promise<void> {
  await run.update({ state: 'discarded' }, { transaction: t });
  await dropFile(run.id, t);
  await orderPiece(run, t);
}

/** Removes some rows of a run that was given up; the run itself once it has none. */
export async function dropSome({ id }: ImportRun): Promise<void> {
  await transaction(async (t) => {
    const where = { runId: id };
    const some = await ImportLine.findAll({ attributes: ['id'], where, limit: DROPPED_ROWS, transaction: t });
    if (some.length === 0) await ImportRun.destroy({ where: { id }, transaction: t });
    else await ImportLine.destroy({ where: { id: some.map((line) => line.id) }, transaction: t });
  });
}
