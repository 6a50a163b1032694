import type { StaffActor } from '../../../actor.ts';
import { AUDIENCES, MESSAGES_A_DAY } from '../../../contract/roster-messages/enums.ts';
import type { SendRosterMessageParsed } from '../../../contract/roster-messages/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { readAudience } from './audience.ts';
import { loadWritten } from './load-written.ts';
import { messagesLeft } from './messages-today.ts';
import { RosterMessage, RosterRecipient } from './model.ts';

/**
 * Sends a message to exactly as many as the preview said: whom it is for is written down here, and a job tells each once.
 * Throws `not_found`, `wrong_state` in words: the list has changed, or two were sent today.
 */
export async function sendMessage(asked: {
  actor: StaffActor;
  id: number;
  input: SendRosterMessageParsed;
}): Promise<void> {
  const { actor, id, input } = asked;
  const { audience, words, count } = input;
  await transaction(async (t) => {
    const activity = await loadWritten(id, t);
    if ((await messagesLeft(id, t)) === 0)
      throw new AppError('wrong_state', { message: `每个活动每天最多发送${MESSAGES_A_DAY}次名单通知，请明天再发` });
    const reached = await readAudience({ activityId: id, audience }, t);
    if (reached.length !== count)
      throw new AppError('wrong_state', { message: `名单有变化，现在是${reached.length}人，请重新预览` });
    const message = await RosterMessage.create(
      {
        activityId: id,
        audience,
        words,
        byId: actor.accountId,
        byName: actor.name,
        sentAt: clock.now(),
        recipientCount: count,
      },
      { transaction: t },
    );
    const rows = reached.map(({ registrationId }) => ({ messageId: message.id, registrationId }));
    await RosterRecipient.bulkCreate(rows, { transaction: t });
    await enqueue('tell-roster', { messageId: message.id }, { t });
    const line = { action: 'activity.message-sent', targetKind: 'activity', targetId: id } as const;
    const detail = `${AUDIENCES[audience]}${count}人：${words}`;
    await writeAudit({ actor, ...line, target: activity.title, detail }, t);
  });
}
