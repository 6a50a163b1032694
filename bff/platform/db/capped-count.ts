import { z } from 'zod';
import { clock } from '../clock/clock.ts';
import { select } from './database.ts';
import { keepsState } from '../singletons.ts';

/** A list never counts further: nobody reads an exact six-digit total, and it would cost a scan of the table. */
export const TOTAL_CAP = 1_000;

/** A list that was longer than the cap is not counted again for so long: the answer would be the same thousand. */
const STILL_LONG_MS = 60_000;
const LISTS_REMEMBERED = 10_000;
const longUntil = new Map<string, number>();
keepsState(() => longUntil.clear());

const totalRow = z.strictObject({ total: z.int() });

/** How many rows there are, at most TOTAL_CAP + 1. */
export async function countCapped(from: string, where: { sql: string; values: unknown[] }): Promise<number> {
  const list = JSON.stringify([from, where.sql, where.values]);
  if ((longUntil.get(list) ?? 0) > clock.now()) return TOTAL_CAP + 1;
  const [row] = await select(
    totalRow,
    `SELECT COUNT(*) AS total FROM (SELECT 1 AS one FROM ${from}${where.sql} LIMIT ?) AS capped`,
    [...where.values, TOTAL_CAP + 1],
  );
  const total = row?.total ?? 0;
  if (total > TOTAL_CAP) remember(list);
  else longUntil.delete(list);
  return total;
}

function remember(list: string): void {
  if (longUntil.size >= LISTS_REMEMBERED) longUntil.clear();
  longUntil.set(list, clock.now() + STILL_LONG_MS);
}
