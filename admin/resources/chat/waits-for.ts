import type { ChatRow } from '../../../bff/contract/chat/replies.ts';

/** 等待 3 分钟; 刚刚; of a talk, since the member spoke last without an answer. */
export function waitsFor({ state, waitsSince, lastBy }: Pick<ChatRow, 'state' | 'waitsSince' | 'lastBy'>): string {
  const minutes = Math.floor((Date.now() - Date.parse(waitsSince)) / 60_000);
  const time = minutes < 1 ? '不到1分钟' : `${minutes}分钟`;
  if (state === 'waiting') return `已等待${time}`;
  return lastBy === 'member' ? `等您答复${time}` : `${time}前答复`;
}
