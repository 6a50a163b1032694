import { z } from 'zod';
import { PAPER_STATES, type PaperState } from '../../../contract/papers/enums.ts';
import { type Pickup, PICKUPS } from '../../../contract/certificates/enums.ts';

import type { SubjectKind } from '../../../contract/registry/enums.ts';
import { endOfShanghaiDay, startOfShanghaiDay } from '../../../contract/dates.ts';
import { toPlainName } from '../../../contract/names.ts';
import { toHalfWidth } from '../../../contract/text.ts';
import { select } from '../../../platform/db/database.ts';
import { selectPage, startsWith, type Condition, type ListPage } from '../../../platform/db/keyset.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { overdueSince } from '../../office-hours/read-overdue.ts';
import { flag } from '../../../platform/db/rows.ts';

export interface PaperFilter {
  state?: PaperState | undefined;
  pickup?: Pickup | undefined;
  /** Ordered from–to, yyyy-MM-dd in Asia/Shanghai, both days included. */
  from?: string | undefined;
  to?: string | undefined;
  /** To be printed or mailed, for longer than one working day. */
  waited?: 'overdue' | undefined;
  /** 编号, or the beginning of the recipient's name. */
  search?: string | undefined;
  /** The list is of one firm or lawyer; both are given, or neither. */
  applicantKind?: SubjectKind | undefined;
  applicantId?: number | undefined;
  order: 'newest' | 'oldest';
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** A row of the list, as read. */
export const paperLineRow = z.strictObject({
  id: z.int(),
  applicationId: z.int(),
  number: z.string(),
  typeLabel: z.string(),
  applicantName: z.string(),
  recipient: z.string(),
  pickup: oneOf(PICKUPS),
  copies: z.int(),
  totalFen: z.int(),
  state: oneOf(PAPER_STATES),
  stateSince: z.int(),
  createdAt: z.int(),
  courier: z.string(),
  trackingNo: z.string(),
  isPrintable: flag,
  token: z.string(),
});
export type PaperLine = z.infer<typeof paperLineRow>;

export const PAPER_COLUMNS = `p.id, p.application_id AS applicationId, p.number, y.label AS typeLabel,
  p.applicant_name AS applicantName, p.recipient, p.pickup, p.copies, p.total_fen AS totalFen, p.state,
  p.state_since AS stateSince, p.created_at AS createdAt, p.courier, p.tracking_no AS trackingNo,
  c.token, CASE WHEN c.issue_state = 'issued' AND c.standing = 'valid' THEN 1 ELSE 0 END AS isPrintable`;
export const PAPER_TABLES = `paper_orders p JOIN applications a ON a.id = p.application_id
  JOIN certificate_types y ON y.id = a.type_id JOIN certificates c ON c.id = p.certificate_id`;

/** 纸质证明: paper orders, in each state those that wait longest first unless said otherwise. */
export async function listPapers(filter: PaperFilter): Promise<ListPage<PaperLine>> {
  const where: Condition[] = [];
  if (filter.state) where.push({ sql: 'p.state = ?', values: [filter.state] });
  if (filter.pickup) where.push({ sql: 'p.pickup = ?', values: [filter.pickup] });
  if (filter.from) where.push({ sql: 'p.created_at >= ?', values: [startOfShanghaiDay(filter.from)] });
  if (filter.to) where.push({ sql: 'p.created_at < ?', values: [endOfShanghaiDay(filter.to)] });
  if (filter.applicantKind && filter.applicantId) {
    where.push({
      sql: 'p.application_id IN (SELECT o.id FROM applications o WHERE o.applicant_kind = ? AND o.applicant_id = ?)',
      values: [filter.applicantKind, filter.applicantId],
    });
  }
  if (filter.waited) {
    const late = await overdueSince('p.state_since');
    where.push({ sql: `p.state IN ('to_print', 'to_mail') AND ${late.sql}`, values: late.values });
  }
  if (filter.search) {
    const number = toHalfWidth(filter.search).replace(/\s/g, '');
    where.push(
      /^\d{6,}$/.test(number)
        ? { sql: 'p.number = ?', values: [number] }
        : startsWith('p.recipient', toPlainName(filter.search)),
    );
  }
  return selectPage({
    row: paperLineRow,
    columns: PAPER_COLUMNS,
    from: PAPER_TABLES,
    counted: 'paper_orders p',
    where,
    order: { by: 'p.created_at', id: 'p.id', direction: filter.order === 'newest' ? 'descending' : 'ascending' },
    cursor: filter.cursor,
    limit: filter.limit,
  });
}

const stateRow = z.strictObject({ state: oneOf(PAPER_STATES), n: z.int() });

/** How many orders stand in each state: the tabs of the list. */
export async function countPapers(): Promise<Record<PaperState, number>> {
  const rows = await select(stateRow, 'SELECT state, COUNT(*) AS n FROM paper_orders GROUP BY state', []);
  const counts = new Map(rows.map(({ state, n }) => [state, n]));
  const states = Object.keys(PAPER_STATES) as PaperState[];
  return Object.fromEntries(states.map((state) => [state, counts.get(state) ?? 0])) as Record<PaperState, number>;
}
