import type { MessageState, MessageTemplate } from '../../contract/notifications/enums.ts';
import { selectPage, startsWith, type Condition, type ListPage } from '../../platform/db/keyset.ts';
import type { Message } from './model.ts';

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

/** Outgoing messages, the latest first; a search by address lists address by address. */
export async function listMessages(filter: MessageFilter): Promise<ListPage<MessageLine>> {
  const where: Condition[] = [];
  if (filter.state) where.push({ sql: 'm.state = ?', values: [filter.state] });
  if (filter.template) where.push({ sql: 'm.template = ?', values: [filter.template] });
  if (filter.recipient) where.push(startsWith('m.recipient', filter.recipient));
  return selectPage<MessageLine>({
    columns: `m.id, m.template, m.recipient, m.state, m.attempts, m.last_error AS lastError, m.created_at AS createdAt,
      m.sent_at AS sentAt, m.data`,
    from: 'messages m',
    where,
    order: { by: filter.recipient ? 'm.recipient' : 'm.id', id: 'm.id', direction: 'descending' },
    cursor: filter.cursor,
    limit: filter.limit,
  });
}
