import { randomInt } from 'node:crypto';
import type { Transaction } from 'sequelize';
import { TICKET_DIGITS } from '../../../contract/draws/limits.ts';
import { AppError } from '../../../errors.ts';
import type { Registration } from '../model.ts';
import { ActivityDraw, DrawTicket } from './model.ts';

/**
 * Throws `wrong_state` once the list is frozen, whatever the clock of this process says. The lock is held until the commit:
 * freezing waits for who is signing up.
 */
export async function expectNotFrozen(activityId: number, t: Transaction): Promise<void> {
  const draw = await ActivityDraw.findOne({ where: { activityId }, transaction: t, lock: t.LOCK.SHARE });
  if (draw && draw.frozenAt === null) return;
  throw new AppError('wrong_state', { message: '报名已结束，抽签名单已封存' });
}

/** Gives a registration its number in the draw; answers it. Two of a million million are hardly ever the same: then it is tried again. */
export async function issueTicket(
  { id, activityId, groupId }: Pick<Registration, 'id' | 'activityId' | 'groupId'>,
  t: Transaction,
): Promise<string> {
  const ticket = String(randomInt(10 ** TICKET_DIGITS)).padStart(TICKET_DIGITS, '0');
  await DrawTicket.create({ activityId, registrationId: id, groupId, ticket }, { transaction: t });
  return ticket;
}
