import { z } from 'zod';
import type { Transaction } from 'sequelize';
import type { ChatPlace } from '../../../contract/chat/replies.ts';
import { select } from '../../../platform/db/database.ts';
import { idRow } from '../../../platform/db/rows.ts';
import type { Chat } from '../model.ts';
import { placeBehind } from '../rules.ts';

const countRow = z.strictObject({ n: z.int() });

/** Talks that wait, the next one first. */
export async function readQueue(): Promise<number[]> {
  const rows = await select(idRow, "SELECT id FROM chats WHERE state = 'waiting' ORDER BY queued_at, id", []);
  return rows.map(({ id }) => id);
}

export async function countWaiting(t?: Transaction): Promise<number> {
  const [row] = await select(countRow, "SELECT COUNT(*) AS n FROM chats WHERE state = 'waiting'", [], t);
  return row?.n ?? 0;
}

/** Where a talk stands in the queue; null: it does not wait. */
export async function placeOf(chat: Pick<Chat, 'id' | 'state' | 'queuedAt'>): Promise<ChatPlace | null> {
  if (chat.state !== 'waiting') return null;
  const [row] = await select(
    countRow,
    `SELECT COUNT(*) AS n FROM chats WHERE state = 'waiting' AND queued_at <= ? AND (queued_at < ? OR id < ?)`,
    [chat.queuedAt, chat.queuedAt, chat.id],
  );
  return placeBehind(row?.n ?? 0);
}
