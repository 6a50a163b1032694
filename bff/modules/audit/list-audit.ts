import { z } from 'zod';
import type { AUDIT_OBJECTS } from '../../contract/audit/enums.ts';
import { type AuditAction, AUDIT_ACTIONS, SIGN_IN_ACTIONS } from '../../contract/audit/enums.ts';
import { endOfShanghaiDay, startOfShanghaiDay } from '../../contract/dates.ts';
import { toPlainName } from '../../contract/names.ts';
import { select } from '../../platform/db/database.ts';
import { idRow } from '../../platform/db/rows.ts';
import { inList, selectPage, startsWith, type Condition, type ListPage } from '../../platform/db/keyset.ts';
import { toHalfWidth } from '../../contract/text.ts';
import { oneOf } from '../../contract/reply-parts.ts';
import { port } from '../../port.ts';
import { numberIn } from './write-audit.ts';

export interface AuditFilter {
  action?: AuditAction | undefined;
  /** yyyy-MM-dd in Asia/Shanghai, both days included. */
  from?: string | undefined;
  to?: string | undefined;
  /** Whoever did it, by the whole name. */
  actor?: string | undefined;
  /**
   * What it was done to: a whole number (编号, licence number, credit code) or the beginning of its words; or the member to
   * whose applications it was done, by name or number.
   */
  search?: string | undefined;
  object?: keyof typeof AUDIT_OBJECTS | undefined;
  objectId?: number | undefined;
  signIns?: 'shown' | 'hidden' | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}
const auditLineRow = z.strictObject({
  id: z.int(),
  at: z.int(),
  actor: z.string(),
  action: oneOf(AUDIT_ACTIONS),
  targetKind: z.string(),
  targetId: z.int(),
  target: z.string(),
  detail: z.string(),
  address: z.string(),
});
export type AuditLine = z.infer<typeof auditLineRow>;

interface LoggedMembers {
  members: readonly { kind: 'firm' | 'lawyer'; id: number }[];
  /** 编号 under which things of theirs stand in the log. */
  numbers: readonly string[];
}
/** The members whom some words name, as the registry compares names; answered by `ports/logged-numbers.ts`. */
export const loggedNumbers = port<{ ofMembers(words: string): Promise<LoggedMembers> }>('ports/logged-numbers.ts');

const NOBODY: LoggedMembers = { members: [], numbers: [] };

/** 操作日志, newest first; a search by target lists target by target. Administrators only (endpoint access). */
export async function listAudit(filter: AuditFilter): Promise<ListPage<AuditLine>> {
  const where: Condition[] = [];
  if (filter.action) where.push({ sql: 'a.action = ?', values: [filter.action] });
  if (filter.from) where.push({ sql: 'a.at >= ?', values: [startOfShanghaiDay(filter.from)] });
  if (filter.to) where.push({ sql: 'a.at < ?', values: [endOfShanghaiDay(filter.to)] });
  if (filter.actor) where.push({ sql: 'a.actor = ?', values: [toPlainName(filter.actor)] });
  if (filter.object && filter.objectId) {
    where.push({ sql: 'a.target_kind = ? AND a.target_id = ?', values: [filter.object, filter.objectId] });
  }
  if (!filter.action && filter.signIns === 'hidden') {
    const hidden = inList(SIGN_IN_ACTIONS);
    where.push({ sql: `a.action NOT IN ${hidden.sql}`, values: hidden.values });
  }
  const number = filter.search && (await knownNumber(filter.search));
  const named = filter.search ? await loggedNumbers.answer.ofMembers(number ?? filter.search) : NOBODY;
  const byTarget = Boolean(filter.search) && !number && named.members.length === 0;
  if (filter.search) where.push(doneTo(filter.search, number || null, named));
  return selectPage({
    row: auditLineRow,
    columns:
      'a.id, a.at, a.actor, a.action, a.target_kind AS targetKind, a.target_id AS targetId, a.target, a.detail, a.address',
    from: 'audit_entries a',
    where,
    // In the order of the index that finds them, or a short beginning would have to sort a million lines.
    order: { by: byTarget ? 'a.target' : 'a.at', id: 'a.id', direction: 'descending' },
    cursor: filter.cursor,
    limit: filter.limit,
  });
}

/**
 * Each by its index: a number, things of the members named and what was done to themselves, or the beginning of the words for
 * what it was done to, as they were typed and as names are kept.
 */
function doneTo(words: string, number: string | null, { members, numbers }: LoggedMembers): Condition {
  const listed = number ? [number, ...numbers] : numbers;
  const ways: Condition[] = [];
  if (listed.length > 0) {
    const { sql, values } = inList(listed);
    ways.push({ sql: `a.target_number IN ${sql}`, values });
  }
  if (!number) {
    ways.push(...members.map(({ kind, id }) => ({ sql: 'a.target_kind = ? AND a.target_id = ?', values: [kind, id] })));
    ways.push(...[...new Set([words, toPlainName(words)])].map((name) => startsWith('a.target', name)));
  }
  return { sql: ways.map(({ sql }) => `(${sql})`).join(' OR '), values: ways.flatMap(({ values }) => values) };
}

/** A typed number as the log has it, if it has it; groups may be typed apart. */
async function knownNumber(typed: string): Promise<string | null> {
  const number = numberIn(toHalfWidth(typed).replace(/[\s-]/g, '').toUpperCase());
  if (number === null) return null;
  const found = await select(idRow, 'SELECT id FROM audit_entries WHERE target_number = ? LIMIT 1', [number]);
  return found.length > 0 ? number : null;
}
