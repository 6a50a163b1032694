import { z } from 'zod';
import type { MemberActor } from '../../../actor.ts';
import { MAX_UNDECIDED_BYTES } from '../../../contract/ticket-files/limits.ts';
import { AppError } from '../../../errors.ts';
import { select } from '../../../platform/db/database.ts';
import { lockAccount } from '../../accounts/lock-account.ts';
import type { Upload } from '../../files/model.ts';
import { uploadFile } from '../../files/upload-file.ts';

const sumRow = z.strictObject({ bytes: z.coerce.number() });

/**
 * Keeps a file for a ticket. Throws as `uploadFile`, and `too_large` in words where the account has sent as much as it may
 * before anybody has decided.
 */
export function uploadTicketFile(what: { actor: MemberActor; name: string; bytes: Buffer }): Promise<Upload> {
  const { accountId } = what.actor;
  return uploadFile({
    ...what,
    intake: 'desk',
    async admit(more, t) {
      // Uploads of one account are counted one after the other.
      await lockAccount(accountId, t);
      const [sum] = await select(
        sumRow,
        `SELECT COALESCE(SUM(u.size), 0) AS bytes FROM uploads u
         LEFT JOIN ticket_messages m ON u.owner_kind = 'ticket_message' AND m.id = u.owner_id
         LEFT JOIN tickets s ON s.id = m.ticket_id
         WHERE u.account_id = ? AND u.discarded_at IS NULL AND u.intake = 'desk'
           AND (u.owner_id IS NULL OR s.is_open = 1)`,
        [accountId],
        t,
      );
      if ((sum?.bytes ?? 0) + more <= MAX_UNDECIDED_BYTES) return;
      throw new AppError('too_large', {
        message: '您未办结的工单中附件已达500 MB，请等待办结或撤回不需要的附件后再上传，急用请拨打服务热线',
      });
    },
  });
}
