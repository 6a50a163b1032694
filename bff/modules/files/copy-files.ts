import type { Transaction } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { randomToken } from '../../platform/crypto/tokens.ts';
import type { SubjectRef } from '../../subject.ts';
import { Upload } from './model.ts';

const TOKEN_BITS = 128;

/**
 * Gives something the files of something else: rows of its own over the same stored files, which nobody removes once
 * they are bound. In the transaction that records the new one.
 */
export async function copyFiles(
  { from, to, accountId }: { from: SubjectRef; to: SubjectRef; accountId: number },
  t: Transaction,
): Promise<void> {
  const where = { ownerKind: from.kind, ownerId: from.id };
  const attached = await Upload.findAll({ where, order: ['id'], transaction: t });
  await Upload.bulkCreate(
    attached.map(({ name, kind, size, storageKey }) => ({
      accountId,
      ownerKind: to.kind,
      ownerId: to.id,
      name,
      kind,
      size,
      storageKey,
      token: randomToken(TOKEN_BITS),
      createdAt: clock.now(),
      discardedAt: null,
    })),
    { transaction: t },
  );
}
