/** Process that signs members in to a filled database and picks certificates to verify. Argument: how many of each. */
import { z } from 'zod';
import '../../../bff/connections.ts';
import '../../../bff/models.ts';
import { database, select } from '../../../bff/platform/db/database.ts';
import { signInForBench } from './sign-in-for-bench.ts';

export interface Callers {
  /** Session tokens of members, by how often they apply: who has many certificates is met more often. */
  sessions: string[];
  /** Link tokens of issued certificates. */
  links: string[];
  certificates: number;
}

const count = Number(process.argv[2]);
await database.open();
const [range] = await select(
  z.strictObject({ first: z.int().nullable(), last: z.int().nullable(), certificates: z.int() }),
  'SELECT MIN(id) AS first, MAX(id) AS last, COUNT(*) AS certificates FROM certificates',
  [],
);
if (!range?.certificates) throw new Error('there are no certificates in this database');
const picked = await Promise.all(Array.from({ length: count }, (_, n) => pick(n)));
process.send?.({
  sessions: await signInForBench([...new Set(picked.map(({ accountId }) => accountId))]),
  links: picked.map(({ token }) => token),
  certificates: range.certificates,
} satisfies Callers);
await database.close();
process.disconnect();

/** Spread over all that were ever issued. */
async function pick(n: number): Promise<{ accountId: number; token: string }> {
  const [first, last] = [range?.first ?? 0, range?.last ?? 0];
  const [row] = await select(
    z.strictObject({ accountId: z.int(), token: z.string() }),
    `SELECT a.account_id AS accountId, c.token FROM certificates c JOIN applications a ON a.id = c.application_id
     WHERE c.id >= ? AND c.issue_state = 'issued' ORDER BY c.id LIMIT 1`,
    [first + Math.floor(((last - first) * n) / count)],
  );
  if (!row) throw new Error('no issued certificate');
  return row;
}
