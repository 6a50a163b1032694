import { z } from 'zod';
import type { DrawPage } from '../../../contract/draws/replies.ts';
import { DRAW_RESULTS } from '../../../contract/draws/enums.ts';
import { toIso } from '../../../contract/dates.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { countAgainst, judgeUnguessable } from '../../../platform/kv/rate-limit.ts';
import { Activity, ActivityGroup } from '../model.ts';
import { seedOf } from './make-draw.ts';
import { ActivityDraw } from './model.ts';
import { presentPromised } from './read-draw.ts';

/** Addresses that are none, and looks, from one network. */
const GUESSES = { name: 'draw', limit: 30, windowMs: 10 * 60_000 };
const READS = { name: 'draw-reads', limit: 120, windowMs: 60_000 };
const REFUSAL = '抽签页面地址无效的次数过多，请十分钟后再试';

const ticketRow = z.strictObject({
  ticket: z.string(),
  groupId: z.int(),
  position: z.int().nullable(),
  result: oneOf(DRAW_RESULTS).nullable(),
});

/**
 * Everything that is needed to recompute a draw: numbers, no names. The seed is told once it is held. Throws `not_found`,
 * `too_many_requests`.
 */
export async function showDraw({ code, address }: { code: string; address: string }): Promise<DrawPage> {
  const find = () => ActivityDraw.findOne({ where: { code } });
  const isWrong = (found: ActivityDraw | null) => found === null;
  const draw = await judgeUnguessable(GUESSES, address, find, { isWrong, refusal: REFUSAL });
  if (!draw) throw new AppError('not_found');
  await countAgainst(READS, address);
  const { activityId } = draw;
  const activity = await Activity.findByPk(activityId, { rejectOnEmpty: true });
  const groups = await ActivityGroup.findAll({ where: { activityId }, order: ['id'] });
  return {
    ...presentPromised(activity, draw),
    now: toIso(clock.now()),
    title: activity.title,
    closesAt: toIso(activity.closesAt),
    capacity: activity.capacity,
    groups: groups.map(({ id, name, capacity }) => ({ id, name, capacity })),
    isCopy: activity.copiedFromId !== null,
    outcome: draw.outcome,
    seed: draw.drawnAt === null ? null : seedOf(draw),
    tickets: draw.frozenAt === null ? [] : await readListed(activityId),
  };
}

const readListed = (activityId: number) =>
  select(
    ticketRow,
    `SELECT ticket, group_id AS groupId, position, result FROM draw_tickets
      WHERE activity_id = ? AND is_listed = 1 ORDER BY ticket`,
    [activityId],
  );
