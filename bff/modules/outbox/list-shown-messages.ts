import type { ListPage } from '../../platform/db/keyset.ts';
import { listMessages, type MessageFilter, type MessageLine } from './list-messages.ts';
import { presentMessage } from './present.ts';

/** A message without its words, its address only in part. */
export type ShownMessage = Omit<MessageLine, 'data'> & { number: string };

/** Outgoing messages as staff see them, instants as the database has them: for sheets. */
export async function listShownMessages(filter: MessageFilter): Promise<ListPage<ShownMessage>> {
  const page = await listMessages(filter);
  const items = page.items.map(({ data, ...line }) => {
    const { recipient, lastError, number } = presentMessage({ ...line, data });
    return { ...line, recipient, lastError, number };
  });
  return { ...page, items };
}
