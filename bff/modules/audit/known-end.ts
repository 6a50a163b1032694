import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { select } from '../../platform/db/database.ts';
import { keepsState } from '../../platform/singletons.ts';

/**
 * How far this process has chained the log. Between two anchors somebody could set the end of the chain back to a row
 * that he had copied, take out what was chained since and leave the rest to be chained again: all of it would fit.
 */
let known: { length: number; hash: string } | null = null;

/** The log is another one from now on; at run time it never is. */
export const forgetKnownEnd = (): void => void (known = null);
keepsState(forgetKnownEnd);

export const rememberEnd = ({ length, hash }: { length: number; hash: string }): void =>
  void (known = { length, hash });

const hashRow = z.strictObject({ hash: z.string().nullable() });

/** Whether the log still passes through the place to which this process has chained it; null, or in words that not. */
export async function knownEndFault(t?: Transaction): Promise<string | null> {
  if (known === null) return null;
  const { length, hash } = known;
  const [place] = await select(hashRow, 'SELECT hash FROM audit_entries WHERE chain_no = ?', [length], t);
  return place?.hash === hash
    ? null
    : `操作日志在本次运行中已有${length}条，现在不是那时的内容：被清空、截短、换成旧的或重写`;
}
