import { UniqueConstraintError, type Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import { sha256 } from '../crypto/sha256.ts';
import { transaction } from './database.ts';

interface Earlier {
  id: number;
  contentHash: string;
}

/**
 * Submits what the form sent once, however often and however concurrently the same key comes; answers the row's id.
 * `find` reads the row of this key, whose unique index decides; `submit` may look again, with `again`, once it has waited
 * for a lock. Throws `idempotency_conflict` (in the words of `conflict`) when the key was used for something else, and what
 * `submit` throws.
 */
export async function submitOnce(once: {
  contentHash: string;
  find: (t: Transaction | null) => Promise<Earlier | null>;
  submit: (t: Transaction, again: () => Promise<number | null>) => Promise<number>;
  conflict?: string;
}): Promise<number> {
  const repeated = async (t: Transaction | null): Promise<number | null> => {
    const earlier = await once.find(t);
    if (earlier && earlier.contentHash !== once.contentHash) {
      throw new AppError('idempotency_conflict', once.conflict === undefined ? {} : { message: once.conflict });
    }
    return earlier?.id ?? null;
  };
  try {
    return await transaction(async (t) => (await repeated(t)) ?? (await once.submit(t, () => repeated(t))));
  } catch (error) {
    // The twin of a double tap was faster: its row is committed now.
    if (!(error instanceof UniqueConstraintError)) throw error;
    const id = await repeated(null);
    if (id === null) throw error;
    return id;
  }
}

/** By which a repeated key tells the same form from another: a parsed body has its keys in the schema's order. */
export const contentHashOf = (content: object): string => sha256(JSON.stringify(content));
