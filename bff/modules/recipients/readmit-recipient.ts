import { toIso } from '../../contract/dates.ts';
import type { RecipientReply } from '../../contract/recipients/endpoints.ts';
import { maskEmail } from '../../contract/text.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import type { StaffActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { readSettings } from '../settings/read-settings.ts';
import { recipientKeyOf } from './mailbox.ts';
import { MailRecipient } from './model.ts';

/** What staff tell a member or a recipient who asks why a mail did not come: by the address, which is not kept. */
export async function lookUpRecipient(address: string): Promise<RecipientReply> {
  const [known, { mailsPerRecipientDay }] = await Promise.all([
    MailRecipient.findOne({ where: { recipientKey: recipientKeyOf(address) } }),
    readSettings(),
  ]);
  const stoppedAt = known?.stoppedAt ?? null;
  return {
    stoppedAt: toIso(stoppedAt),
    sentToday: known?.countedOn === clock.today() ? known.counted : 0,
    dayLimit: mailsPerRecipientDay,
  };
}

/**
 * Staff lift a stop on the word of the mailbox's owner, and today's count begins anew: the way for an honest member whose
 * address others have filled. Throws `not_found` where nothing was ever sent to the address.
 */
export async function readmitRecipient(readmission: {
  actor: StaffActor;
  address: string;
  reason: string;
}): Promise<RecipientReply> {
  const { actor, address, reason } = readmission;
  await transaction(async (t) => {
    const where = { recipientKey: recipientKeyOf(address) };
    const known = await MailRecipient.findOne({ where, transaction: t, lock: t.LOCK.UPDATE });
    if (!known) throw new AppError('not_found', { message: '系统没有向该邮箱发送过会员填写的邮件' });
    await known.update({ stoppedAt: null, counted: 0 }, { transaction: t });
    await writeAudit(
      {
        actor,
        action: 'recipient.readmitted',
        targetKind: 'recipient',
        targetId: known.id,
        target: maskEmail(address),
        detail: reason,
      },
      t,
    );
  });
  return lookUpRecipient(address);
}
