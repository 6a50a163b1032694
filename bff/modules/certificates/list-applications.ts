import type { ApplicationState, IssueState, Outcome, ReviewMode, SubjectKind } from '../../contract/enums.ts';
import { addDays, startOfShanghaiDay } from '../../platform/clock/clock.ts';
import { select } from '../../platform/db/database.ts';
import { selectPage, startsWith, type Condition, type ListPage } from '../../platform/db/keyset.ts';
import type { MemberActor } from '../accounts/actor.ts';
import { applicantOf } from './policy.ts';

/** A row of a list of applications, as read: one statement, no model instances (hot). */
export interface ApplicationLine {
  id: number;
  number: string;
  typeCode: string;
  typeLabel: string;
  applicantKind: SubjectKind;
  applicantName: string;
  email: string;
  submittedAt: number;
  decidedAt: number | null;
  state: ApplicationState;
  outcome: Outcome | null;
  reviewMode: ReviewMode;
  doubts: number;
  issueState: IssueState | null;
}
export interface ApplicationFilter {
  cursor?: string | undefined;
  limit?: number | undefined;
  type?: string | undefined;
  /** Submitted from–to, yyyy-MM-dd in Asia/Shanghai, both days included. */
  from?: string | undefined;
  to?: string | undefined;
  state?: ApplicationState | undefined;
  order: 'newest' | 'oldest';
}
export interface QueueFilter extends ApplicationFilter {
  outcome?: Outcome | undefined;
  mode?: ReviewMode | undefined;
  /** 编号, or the beginning of the applicant's name. */
  search?: string | undefined;
}

const COLUMNS = `a.id, a.number, y.code AS typeCode, y.label AS typeLabel, a.applicant_kind AS applicantKind,
  a.applicant_name AS applicantName, a.email, a.submitted_at AS submittedAt, a.decided_at AS decidedAt, a.state, a.outcome,
  a.review_mode AS reviewMode, a.doubts, a.issue_state AS issueState`;
/** Every application has one type: counting needs no join. */
const COUNTED = 'applications a';
const FROM = `${COUNTED} JOIN certificate_types y ON y.id = a.type_id`;

/** A member's own applications: 我的证明. */
export async function listOwnApplications(
  actor: MemberActor,
  filter: ApplicationFilter,
): Promise<ListPage<ApplicationLine>> {
  const { kind, id } = applicantOf(actor);
  return page(filter, [{ sql: 'a.applicant_kind = ? AND a.applicant_id = ?', values: [kind, id] }]);
}

/** Everybody's applications: the review desk and 证明管理. */
export async function listQueue(filter: QueueFilter): Promise<ListPage<ApplicationLine>> {
  const where: Condition[] = [];
  if (filter.outcome) where.push({ sql: 'a.outcome = ?', values: [filter.outcome] });
  if (filter.mode) where.push({ sql: 'a.review_mode = ?', values: [filter.mode] });
  if (filter.search) {
    where.push(
      /^\d{6,}$/.test(filter.search)
        ? { sql: 'a.number = ?', values: [filter.search] }
        : startsWith('a.applicant_name', filter.search),
    );
  }
  return page(filter, where);
}

async function page(filter: ApplicationFilter, owner: Condition[]): Promise<ListPage<ApplicationLine>> {
  const where = [...owner];
  if (filter.type) {
    where.push({ sql: 'a.type_id = (SELECT id FROM certificate_types WHERE code = ?)', values: [filter.type] });
  }
  if (filter.state) where.push({ sql: 'a.state = ?', values: [filter.state] });
  if (filter.from) where.push({ sql: 'a.submitted_at >= ?', values: [startOfShanghaiDay(filter.from)] });
  if (filter.to) where.push({ sql: 'a.submitted_at < ?', values: [startOfShanghaiDay(addDays(filter.to, 1))] });
  return selectPage<ApplicationLine>({
    columns: COLUMNS,
    from: FROM,
    counted: COUNTED,
    where,
    order: { by: 'a.submitted_at', id: 'a.id', direction: filter.order === 'newest' ? 'descending' : 'ascending' },
    cursor: filter.cursor,
    limit: filter.limit,
  });
}

export interface OwnNumbers {
  pending: number;
  approved: number;
  rejected: number;
}

/** Counts of a member's own applications for 首页. */
export async function countOwn(actor: MemberActor): Promise<OwnNumbers> {
  const { kind, id } = applicantOf(actor);
  const rows = await select<{ state: ApplicationState; outcome: Outcome | null; n: number }>(
    'SELECT state, outcome, COUNT(*) AS n FROM applications WHERE applicant_kind = ? AND applicant_id = ? GROUP BY state, outcome',
    [kind, id],
  );
  const count = (state: ApplicationState, outcome: Outcome | null) =>
    rows.find((row) => row.state === state && row.outcome === outcome)?.n ?? 0;
  return {
    pending: count('pending', null),
    approved: count('decided', 'approved'),
    rejected: count('decided', 'rejected'),
  };
}

/** The oldest waiting application after this one, else the oldest of all; null when none waits. */
export async function findNextPending(afterId: number): Promise<number | null> {
  const rows = await select<{ id: number }>(
    `SELECT id FROM applications WHERE state = 'pending' AND id <> ?
     ORDER BY CASE WHEN id > ? THEN 0 ELSE 1 END, submitted_at, id LIMIT 1`,
    [afterId, afterId],
  );
  return rows[0]?.id ?? null;
}
