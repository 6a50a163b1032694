import type { Transaction } from 'sequelize';
import { MAX_TICKET_BYTES } from '../../../contract/ticket-files/limits.ts';
import { AppError } from '../../../errors.ts';
import { filesOfThread } from './read-thread.ts';

/** Holds the files of a ticket, whose row is locked, and of those merged into it to what one may have. Throws `invalid_fields`. */
export async function limitFilesOf(ticketId: number, t: Transaction): Promise<void> {
  const files = await filesOfThread(ticketId, t);
  const bytes = [...files.values()].flat().reduce((sum, { size, state }) => sum + (isThere(state) ? size : 0), 0);
  if (bytes <= MAX_TICKET_BYTES) return;
  throw new AppError('invalid_fields', {
    fields: { attachments: '一份工单的附件合计不能超过100 MB，请减少附件，或压缩后再上传' },
  });
}

const isThere = (state: string) => state === 'ready' || state === 'unscanned' || state === 'checking';
