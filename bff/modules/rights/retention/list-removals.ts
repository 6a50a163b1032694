import type { RetentionRemovals } from '../../../contract/rights/replies.ts';
import { RetentionRemoval } from '../model.ts';

/** Lines of several months. */
const SHOWN = 200;

/** What was removed, by day and kind, the latest first. */
export async function listRemovals(): Promise<RetentionRemovals> {
  const rows = await RetentionRemoval.findAll({ order: [['id', 'DESC']], limit: SHOWN });
  return { items: rows.map(({ onDay, kind, removed }) => ({ on: onDay, kind, removed })) };
}
