import { z } from 'zod';
import { env } from '../../env.ts';

/**
 * What a row of raw SQL is: columns as named in the SELECT, with what the drivers of both engines make of them. The type
 * of a row comes from it.
 */
export type RowSchema<Row extends object> = z.ZodType<Row>;

/** 0 or 1. */
export const flag = z.union([z.literal(0), z.literal(1)]);
export const idRow = z.strictObject({ id: z.int() });
export const countRow = z.strictObject({ n: z.int() });

/**
 * Tests hold every row to its schema: a column that is called otherwise, is NULL or comes as text where nobody expects
 * it fails the test that reads it. Otherwise rows are believed: the same SQL gives the same columns.
 */
export function checkRows(row: RowSchema<object>, sql: string, rows: () => object[]): void {
  if (env.NODE_ENV !== 'test') return;
  for (const each of rows()) {
    const fault = row.safeParse(each).error?.issues[0];
    if (fault) throw new Error(`a row is not what it is said to be: ${fault.path.join('.')} ${fault.message} ${sql}`);
  }
}
