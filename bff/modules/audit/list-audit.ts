import { z } from 'zod';
import { type AuditAction, AUDIT_ACTIONS } from '../../contract/audit/enums.ts';
import { endOfShanghaiDay, startOfShanghaiDay } from '../../contract/dates.ts';
import { select } from '../../platform/db/database.ts';
import { idRow } from '../../platform/db/rows.ts';
import { selectPage, startsWith, type Condition, type ListPage } from '../../platform/db/keyset.ts';
import { oneOf } from '../../contract/reply-parts.ts';

export interface AuditFilter {
  action?: AuditAction | undefined;
  /** yyyy-MM-dd in Asia/Shanghai, both days included. */
  from?: string | undefined;
  to?: string | undefined;
  /** Somebody's exact name, or else the beginning of what it was done to (编号, name). */
  search?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}
const auditLineRow = z.strictObject({
  id: z.int(),
  at: z.int(),
  actor: z.string(),
  action: oneOf(AUDIT_ACTIONS),
  target: z.string(),
  detail: z.string(),
  address: z.string(),
});
export type AuditLine = z.infer<typeof auditLineRow>;

/** 操作日志, newest first; a search by target lists target by target. Administrators only (endpoint access). */
export async function listAudit(filter: AuditFilter): Promise<ListPage<AuditLine>> {
  const where: Condition[] = [];
  if (filter.action) where.push({ sql: 'a.action = ?', values: [filter.action] });
  if (filter.from) where.push({ sql: 'a.at >= ?', values: [startOfShanghaiDay(filter.from)] });
  if (filter.to) where.push({ sql: 'a.at < ?', values: [endOfShanghaiDay(filter.to)] });
  const byTarget = filter.search ? !(await isActor(filter.search)) : false;
  if (filter.search) {
    where.push(byTarget ? startsWith('a.target', filter.search) : { sql: 'a.actor = ?', values: [filter.search] });
  }
  return selectPage({
    row: auditLineRow,
    columns: 'a.id, a.at, a.actor, a.action, a.target, a.detail, a.address',
    from: 'audit_entries a',
    where,
    // In the order of the index that finds them, or a short beginning would have to sort a million lines.
    order: { by: byTarget ? 'a.target' : 'a.at', id: 'a.id', direction: 'descending' },
    cursor: filter.cursor,
    limit: filter.limit,
  });
}

async function isActor(name: string): Promise<boolean> {
  const found = await select(idRow, 'SELECT id FROM audit_entries WHERE actor = ? LIMIT 1', [name]);
  return found.length > 0;
}
