import { z } from 'zod';
import { clock } from '../clock/clock.ts';
import { selectUnchecked } from './database.ts';
import { keepsState } from '../singletons.ts';

/** A list never counts further: nobody reads an exact six-digit total, and it would cost a scan of the table. */
export const TOTAL_CAP = 1_000;

/** A list that was longer than the cap is not counted again for so long: the answer would be the same thousand. */
const STILL_LONG_MS = 60_000;
/**
 * Of a list of hundreds nobody sees at once that it is one row more or less, and counting them takes as long as reading a
 * page of it: colleagues who look at the same queue have it counted once in so long.
 */
const STILL_SO_MANY_MS = 3_000;
const FEW = 100;
const LISTS_REMEMBERED = 10_000;
const counted = new Map<string, { total: number; until: number }>();
keepsState(() => counted.clear());

const totalRow = z.object({ total: z.int() });

/** How many rows there are, at most TOTAL_CAP + 1; of more than a hundred, how many there were a moment ago. */
export async function countCapped(
  from: string,
  where: { sql: string; values: unknown[] },
  read: (sql: string, values: unknown[]) => Promise<object[]> = selectUnchecked,
): Promise<number> {
  const list = JSON.stringify([from, where.sql, where.values]);
  const known = counted.get(list);
  if (known && known.until > clock.now()) return known.total;
  const [row] = await read(
    `SELECT COUNT(*) AS total FROM (SELECT 1 AS one FROM ${from}${where.sql} LIMIT ?) AS capped`,
    [...where.values, TOTAL_CAP + 1],
  );
  const { total } = totalRow.parse(row);
  if (total > FEW) remember(list, total);
  else counted.delete(list);
  return total;
}

function remember(list: string, total: number): void {
  if (counted.size >= LISTS_REMEMBERED) counted.clear();
  counted.set(list, { total, until: clock.now() + (total > TOTAL_CAP ? STILL_LONG_MS : STILL_SO_MANY_MS) });
}
