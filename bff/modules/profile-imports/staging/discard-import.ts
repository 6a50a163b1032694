import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { Import, ImportLawyer, ImportPhoto, ImportRow } from '../model.ts';
import { removePicture } from './photo-file.ts';

/** Gives up an import of which nothing is written: nobody sees it any more. Throws `not_found`, `changed_meanwhile`. */
export async function discardImport({ id }: { id: number }): Promise<null> {
  await transaction(async (t) => {
    const run = await Import.findByPk(id, {
      transaction: t,
      lock: t.LOCK.UPDATE,
      rejectOnEmpty: new AppError('not_found'),
    });
    if (run.state === 'applying') throw new AppError('changed_meanwhile', { message: '正在导入，不能放弃' });
    if (run.state === 'applied') throw new AppError('changed_meanwhile', { message: '已经导入，不能放弃' });
    if (run.state === 'discarded') throw new AppError('not_found');
    await run.update({ state: 'discarded', endedAt: clock.now() }, { transaction: t });
    await enqueue('drop-profile-import', { importId: id }, { t });
  });
  return null;
}

/**
 * Deletes what was given up, and gives up what nobody has confirmed for so long: what was brought for nothing is not kept.
 * Whoever dies on the way is followed by the next attempt, which goes on where it stopped.
 */
export async function dropImport(importId: number): Promise<void> {
  const run = await Import.findByPk(importId);
  if (!run || run.state === 'applying' || run.state === 'applied') return;
  if (run.state !== 'discarded') return void (await discardImport({ id: importId }));
  await dropRows(importId);
  await inPieces({
    next: () => ImportLawyer.findAll(pieceOf(importId)),
    drop: (ids, t) => ImportLawyer.destroy({ where: { id: ids }, transaction: t }),
  });
  await inPieces({
    next: () => ImportPhoto.findAll(pieceOf(importId)),
    before: (photos) => Promise.all(photos.map(removePicture)),
    drop: (ids, t) => ImportPhoto.destroy({ where: { id: ids }, transaction: t }),
  });
  await run.destroy();
}

/** Deletes the rows of an import that nobody needs any more. */
export const dropRows = (importId: number): Promise<void> =>
  inPieces({
    next: () => ImportRow.findAll(pieceOf(importId)),
    drop: (ids, t) => ImportRow.destroy({ where: { id: ids }, transaction: t }),
  });

/** Deleted at once: a transaction over 200,000 rows keeps every other writer waiting. */
const PIECE = 500;
const pieceOf = (importId: number) => ({
  where: { importId },
  order: [['id', 'ASC'] as [string, string]],
  limit: PIECE,
});

interface Part<Row> {
  next(): Promise<Row[]>;
  /** What is done with a piece before its rows are gone. */
  before?(rows: readonly Row[]): Promise<unknown>;
  drop(ids: number[], t: Transaction): Promise<unknown>;
}

async function inPieces<Row extends { id: number }>({ next, before, drop }: Part<Row>): Promise<void> {
  for (let rows = await next(); rows.length > 0; rows = await next()) {
    await before?.(rows);
    const ids = rows.map(({ id }) => id);
    await transaction((t) => drop(ids, t));
  }
}
