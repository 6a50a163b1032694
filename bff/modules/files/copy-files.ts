import type { Transaction } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { randomToken } from '../../platform/crypto/tokens.ts';
import type { SubjectRef } from '../../subject.ts';
import { Upload } from './model.ts';

const TOKEN_BITS = 128;

/** Whose the copies are, and which account attached them. */
export interface CopyTo {
  accountId: number;
  to: SubjectRef;
}

/**
 * Gives something the files of something else: rows of its own over the same stored files, which nobody removes once
 * they are bound. In the transaction that records the new one.
 */
export async function copyFiles({ from, ...copy }: CopyTo & { from: SubjectRef }, t: Transaction): Promise<void> {
  const where = { ownerKind: from.kind, ownerId: from.id, discardedAt: null };
  await copyUploads(await Upload.findAll({ where, order: ['id'], transaction: t }), copy, t);
}

/** The same of single uploads, which whoever calls has authorised. */
export async function copyUploads(
  uploads: readonly Upload[],
  { accountId, to }: CopyTo,
  t: Transaction,
): Promise<void> {
  await Upload.bulkCreate(
    uploads.map(({ name, kind, size, storageKey, intake, isEncrypted, isIdentity, scan }) => ({
      accountId,
      ownerKind: to.kind,
      ownerId: to.id,
      name,
      kind,
      size,
      storageKey,
      intake,
      isEncrypted,
      isIdentity,
      scan,
      token: randomToken(TOKEN_BITS),
      createdAt: clock.now(),
      discardedAt: null,
    })),
    { transaction: t },
  );
}
