import { z } from 'zod';
import type { EligiblePiece } from '../../../contract/eligible-count/replies.ts';
import type { CountEligibleParsed } from '../../../contract/eligible-count/schemas.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { judgeMembers } from '../../eligibility/judge-members.ts';

/** Lawyers of a piece: judged within some tens of milliseconds, whatever the conditions ask for. */
const PIECE = 1_000;
/** More nobody reads (activities.md, Who may sign up). */
const EXAMPLES = 20;

const row = z.strictObject({ id: z.int(), name: z.string(), firm: z.string() });

/**
 * Judges the next piece of all practising lawyers, as signing up would judge them today. Whoever asks goes on until there is
 * no next one: no request takes long, however many lawyers there are.
 */
export async function countEligible(
  { eligibility, after }: CountEligibleParsed,
  piece = PIECE,
): Promise<EligiblePiece> {
  const lawyers = await select(
    row,
    `SELECT l.id, l.name, COALESCE(f.name, '') AS firm FROM lawyers l LEFT JOIN firms f ON f.id = l.firm_id
      WHERE l.status = 'active' AND l.id > ? ORDER BY l.id LIMIT ?`,
    [after, piece],
  );
  const members = lawyers.map(({ id }) => ({ kind: 'lawyer', id }) as const);
  const [judge] = await judgeMembers({ eligibilities: [eligibility], members, on: clock.today() });
  const fit = lawyers.filter((_, at) => judge?.fits(members[at]!));
  return {
    looked: lawyers.length,
    fit: fit.length,
    examples: fit.slice(0, EXAMPLES),
    next: lawyers.length < piece ? null : (lawyers.at(-1)?.id ?? null),
  };
}
