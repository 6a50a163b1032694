import { Op, type Transaction } from 'sequelize';
import { startOfShanghaiDay } from '../../../contract/dates.ts';
import { MESSAGES_A_DAY } from '../../../contract/roster-messages/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { RosterMessage } from './model.ts';

/** Messages of an activity that may still be sent today, by the calendar of Shanghai. */
export async function messagesLeft(activityId: number, t?: Transaction): Promise<number> {
  const sentAt = { [Op.gte]: startOfShanghaiDay(clock.today()) };
  const sent = await RosterMessage.count({ where: { activityId, sentAt }, ...(t && { transaction: t }) });
  return Math.max(0, MESSAGES_A_DAY - sent);
}
