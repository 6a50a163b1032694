import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { select } from '../../../platform/db/database.ts';

const row = z.strictObject({ name: z.string(), email: z.string(), accountId: z.int() });

/** Whom a reminder goes to. Throws `not_found`. */
export async function readRecipient(lawyerId: number, t: Transaction): Promise<z.infer<typeof row>> {
  const [found] = await select(
    row,
    'SELECT l.name, l.email, a.id AS accountId FROM lawyers l JOIN accounts a ON a.lawyer_id = l.id WHERE l.id = ?',
    [lawyerId],
    t,
  );
  if (!found) throw new AppError('not_found');
  return found;
}
