import type { MemberActor } from '../../../actor.ts';
import { shanghaiYear } from '../../../contract/dates.ts';
import type { HomeHours } from '../../../contract/home/replies.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { readHours } from '../facts/read-records.ts';

/** Hours of this year that count; null for a firm. What is disputed does not count yet. */
export async function homeHours(actor: MemberActor): Promise<HomeHours | null> {
  if (actor.kind !== 'lawyer') return null;
  const year = shanghaiYear(clock.now());
  const records = await readHours({ firmIds: [], lawyerIds: [actor.lawyerId] });
  const counting = records.filter(({ heldOn, state }) => state === 'checked_in' && heldOn.startsWith(`${year}-`));
  // Tenths are whole: 0.1 is none of a computer's numbers.
  return { year, tenths: counting.reduce((sum, { hours }) => sum + Math.round(hours * 10), 0) };
}
