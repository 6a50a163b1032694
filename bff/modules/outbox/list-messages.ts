import { z } from 'zod';
import {
  type MessageState,
  type MessageTemplate,
  MESSAGE_TEMPLATES,
  MESSAGE_STATES,
} from '../../contract/notifications/enums.ts';
import { toHalfWidth } from '../../contract/text.ts';
import { selectPage, startsWith, type Condition, type ListPage } from '../../platform/db/keyset.ts';
import type { Message } from './model.ts';
import { oneOf } from '../../contract/reply-parts.ts';

export interface MessageFilter {
  state?: MessageState | undefined;
  template?: MessageTemplate | undefined;
  /** The whole address, or its beginning. */
  recipient?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}
export type MessageLine = Pick<
  Message,
  'id' | 'template' | 'recipient' | 'state' | 'attempts' | 'lastError' | 'createdAt' | 'sentAt'
> & { data: string };

const messageLineRow = z.strictObject({
  id: z.int(),
  template: oneOf(MESSAGE_TEMPLATES),
  recipient: z.string(),
  state: oneOf(MESSAGE_STATES),
  attempts: z.int(),
  lastError: z.string(),
  createdAt: z.int(),
  sentAt: z.int().nullable(),
  data: z.string(),
});

/** Outgoing messages, the latest first; a search by address lists address by address. */
export async function listMessages(filter: MessageFilter): Promise<ListPage<MessageLine>> {
  const where: Condition[] = [];
  if (filter.state) where.push({ sql: 'm.state = ?', values: [filter.state] });
  if (filter.template) where.push({ sql: 'm.template = ?', values: [filter.template] });
  if (filter.recipient) where.push(startsWith('m.recipient', toHalfWidth(filter.recipient)));
  return selectPage({
    row: messageLineRow,
    columns: `m.id, m.template, m.recipient, m.state, m.attempts, m.last_error AS lastError, m.created_at AS createdAt,
      m.sent_at AS sentAt, m.data`,
    from: 'messages m',
    where,
    order: { by: filter.recipient ? 'm.recipient' : 'm.id', id: 'm.id', direction: 'descending' },
    cursor: filter.cursor,
    limit: filter.limit,
  });
}
