import type { Transaction } from 'sequelize';
import type { KeptFile } from '../../contract/files/endpoints.ts';
import { keptFileOf } from './list-files.ts';
import { Upload } from './model.ts';

/** The files of several owners of one kind, by owner, with one statement; whoever asks has authorised them. */
export async function listFilesOf(
  kind: string,
  ids: readonly number[],
  t?: Transaction,
): Promise<ReadonlyMap<number, KeptFile[]>> {
  const files = new Map<number, KeptFile[]>();
  if (ids.length === 0) return files;
  for (const row of await Upload.findAll({
    where: { ownerKind: kind, ownerId: [...ids] },
    order: ['id'],
    ...(t && { transaction: t }),
  })) {
    const owner = Number(row.ownerId);
    files.set(owner, [...(files.get(owner) ?? []), keptFileOf(row)]);
  }
  return files;
}
