import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { hashToken } from '../../platform/crypto/tokens.ts';
import { countAgainst } from '../../platform/kv/rate-limit.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { MailRecipient } from './model.ts';

/** A whole office may sit behind one address; guessing 256 bits is hopeless at any rate. */
const openings = { name: 'mail-stops', limit: 120, windowMs: 10 * 60_000 };

/** Whether the mails that a link stops are stopped already. Throws `not_found` for a link that is none of ours. */
export async function readStop({
  token,
  address,
}: {
  token: string;
  address: string;
}): Promise<{ isStopped: boolean }> {
  await countAgainst(openings, address);
  const known = await MailRecipient.findOne({ where: { linkHash: hashToken(token) } });
  if (!known) throw new AppError('not_found', { message: '链接不完整或已失效，请从邮件中重新打开' });
  return { isStopped: known.stoppedAt !== null };
}

/** The owner of a mailbox wants no more mails that members address to it. Again changes nothing. Throws `not_found`. */
export async function stopMail(stop: { token: string; address: string }): Promise<{ isStopped: boolean }> {
  await readStop(stop);
  await transaction(async (t) => {
    const where = { linkHash: hashToken(stop.token), stoppedAt: null };
    const known = await MailRecipient.findOne({ where, transaction: t, lock: t.LOCK.UPDATE });
    if (!known) return;
    await known.update({ stoppedAt: clock.now() }, { transaction: t });
    await writeAudit(
      {
        actor: null,
        action: 'recipient.stopped',
        targetKind: 'recipient',
        targetId: known.id,
        target: '收件人',
        address: stop.address,
      },
      t,
    );
  });
  return { isStopped: true };
}
