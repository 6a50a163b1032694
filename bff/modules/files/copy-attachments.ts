import type { Transaction } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { randomToken } from '../../platform/crypto/tokens.ts';
import { Upload } from './model.ts';

const TOKEN_BITS = 128;

/**
 * Gives an application the attachments of another one: rows of its own over the same stored files, which nobody removes
 * once they are bound. In the transaction that records the new application.
 */
export async function copyAttachments(
  { from, to }: { from: number; to: { applicationId: number; accountId: number } },
  t: Transaction,
): Promise<void> {
  const attached = await Upload.findAll({ where: { applicationId: from }, order: ['id'], transaction: t });
  await Upload.bulkCreate(
    attached.map(({ name, kind, size, storageKey }) => ({
      ...{ ...to, name, kind, size, storageKey },
      ...{ token: randomToken(TOKEN_BITS), createdAt: clock.now(), discardedAt: null },
    })),
    { transaction: t },
  );
}
