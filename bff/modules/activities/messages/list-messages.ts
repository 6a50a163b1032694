import { Op } from 'sequelize';
import { toIso } from '../../../contract/dates.ts';
import type { RosterMessages } from '../../../contract/roster-messages/replies.ts';
import { AppError } from '../../../errors.ts';
import { Activity } from '../model.ts';
import { messagesLeft } from './messages-today.ts';
import { RosterMessage, RosterRecipient } from './model.ts';

/** The latest that are shown. */
const MAX_SHOWN = 100;

/** What was told to those on the list, the latest first, and how far it has gone. Throws `not_found`. */
export async function listMessages({ id: activityId }: { id: number }): Promise<RosterMessages> {
  if (!(await Activity.findByPk(activityId, { attributes: ['id'] }))) throw new AppError('not_found');
  const all = await RosterMessage.findAll({ where: { activityId }, order: [['id', 'DESC']], limit: MAX_SHOWN });
  const told = await RosterRecipient.count({
    where: { messageId: all.map(({ id }) => id), toldAt: { [Op.ne]: null } },
    group: ['messageId'],
  });
  const toldOf = new Map(told.map(({ messageId, count }) => [Number(messageId), count]));
  return {
    left: await messagesLeft(activityId),
    items: all.map(({ id, audience, words, byName, sentAt, recipientCount }) => ({
      id,
      audience,
      words,
      by: byName,
      at: toIso(sentAt),
      count: recipientCount,
      told: toldOf.get(id) ?? 0,
    })),
  };
}
