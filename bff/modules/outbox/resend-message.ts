import { AppError } from '../../errors.ts';
import { transaction } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { runAgainNow } from '../../platform/jobs/dead-jobs.ts';
import type { StaffActor } from '../../actor.ts';
import type { MailTemplate } from '../../contract/notifications/enums.ts';
import { maskEmail } from '../../contract/text.ts';
import { countMail } from '../recipients/count-mail.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { Message } from './model.ts';
import { mayResend } from './policy.ts';
import { isAddressed } from './send-message.ts';
import { subjectOf } from './subject-of.ts';
import { sendLater } from './send-later.ts';
import { jobKey } from './write-message.ts';

/**
 * Sends a message again: what waits or was given up is tried at once, under its own Message-ID; what was sent goes out
 * as a new message, or receivers would drop it. What was refused for the number of mails goes out on the word of staff;
 * what its recipient has stopped does not. Answers the message that is on its way. Throws `wrong_state` for codes and WeChat's,
 * and while an attempt is under way.
 */
export async function resendMessage({ actor, id }: { actor: StaffActor; id: number }): Promise<Message> {
  return transaction(async (t) => {
    const message = await Message.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
    if (!message) throw new AppError('not_found');
    if (!mayResend(message))
      throw new AppError('wrong_state', { message: '验证码和微信消息不能重发；验证码请会员重新获取' });
    const { recipient: address } = message;
    if (isAddressed(message) && (await countMail({ address, limit: null }, t)) === 'stopped') {
      throw new AppError('wrong_state', { message: '收件人已停止接收，须先由收件人同意并恢复接收' });
    }
    await writeAudit(
      {
        actor,
        action: 'message.resent',
        targetKind: 'message',
        targetId: id,
        target: `${message.data['number'] ?? ''} ${maskEmail(message.recipient)}`.trim(),
      },
      t,
    );
    if (message.state === 'sent') {
      const { recipient, data, storageKey, fileName, isFileEssential: isEssential } = message;
      // A text holds a code: it was refused above.
      const template = message.template as MailTemplate;
      const file = storageKey && fileName ? { file: { storageKey, fileName, isEssential: isEssential ?? false } } : {};
      return sendLater({ recipient, template, data, subject: subjectOf(message), ...file }, t);
    }
    if (!(await runAgainNow(jobKey(id), t))) {
      if (message.state === 'waiting') throw new AppError('wrong_state', { message: '正在发送，请稍后查看' });
      await enqueue('send-message', { messageId: id }, { t, dedupeKey: `${jobKey(id)}:again:${message.attempts}` });
    }
    // Why it was refused is over; what a mail server said stays until the next attempt.
    const over = message.state === 'refused' ? { lastError: '' } : {};
    return message.update({ state: 'waiting', ...over }, { transaction: t });
  });
}
