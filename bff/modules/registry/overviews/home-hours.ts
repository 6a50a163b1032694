import { z } from 'zod';
import type { MemberActor } from '../../../actor.ts';
import { shanghaiYear } from '../../../contract/dates.ts';
import type { HomeHours } from '../../../contract/home/replies.ts';
import { LAWYER_CATEGORIES } from '../../../contract/registry/enums.ts';
import { day, oneOf } from '../../../contract/reply-parts.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { requiredOf, requirementOf } from '../records/hours-requirement.ts';

const hoursRow = z.strictObject({ category: oneOf(LAWYER_CATEGORIES), firstPractisedOn: day, tenths: z.int() });

/**
 * Hours of this year that count, and how many it asks of this lawyer; null for a firm. What is disputed does not count yet.
 * Throws `not_found`.
 */
export async function homeHours(actor: MemberActor): Promise<HomeHours | null> {
  if (actor.kind !== 'lawyer') return null;
  const year = shanghaiYear(clock.now());
  const [row] = await select(
    hoursRow,
    `SELECT l.category, l.first_practised_on AS firstPractisedOn, (SELECT COALESCE(SUM(h.tenths), 0) FROM activity_hours h
       WHERE h.lawyer_id = l.id AND h.state = 'checked_in' AND h.held_on >= ? AND h.held_on <= ?) AS tenths
     FROM lawyers l WHERE l.id = ?`,
    [`${year}-01-01`, `${year}-12-31`, actor.lawyerId],
  );
  if (!row) throw new AppError('not_found');
  const { totalTenths } = requiredOf(requirementOf(await readSettings(), year), row, year);
  return { year, tenths: row.tenths, requiredTenths: totalTenths };
}
