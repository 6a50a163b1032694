import type { ApplicationState, CertificateStanding, IssueState } from '../../../contract/certificates/enums.ts';
import type { ApprovalWay, Doubts, Outcome, ReviewMode } from '../../../contract/review/enums.ts';
import { HOUR_MS, endOfShanghaiDay, startOfShanghaiDay } from '../../../contract/dates.ts';
import { z } from 'zod';
import { APPLICATION_STATES, ISSUE_STATES } from '../../../contract/certificates/enums.ts';
import { OUTCOMES, REVIEW_MODES, type QUEUE_SCOPES, type WAITED } from '../../../contract/review/enums.ts';
import { SUBJECT_KINDS, type SubjectKind } from '../../../contract/registry/enums.ts';
import { toPlainName } from '../../../contract/names.ts';
import { toHalfWidth } from '../../../contract/text.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import {
  inList,
  selectPage,
  startsWithInList,
  type Condition,
  type ListPage,
  type ListQuery,
} from '../../../platform/db/keyset.ts';
import { selectAlike } from '../../../platform/db/together/select-alike.ts';
import { memberIdOf, type MemberActor, type StaffActor } from '../../../actor.ts';
import { ofMemberNamed } from '../../registry/facts/members-named.ts';
import { NOBODY_NAMED, readNamedLawyers, searchOwn, type NamedLawyers } from './find-own.ts';
import { readOverdueBefore } from '../../office-hours/read-overdue.ts';
import { MANUAL_SETS } from '../review/way-of-approval.ts';
import { oneOf, day } from '../../../contract/reply-parts.ts';
import { idRow } from '../../../platform/db/rows.ts';

/** A row of a list of applications, as read: one statement, no model instances (hot). */
const applicationLineRow = z.strictObject({
  id: z.int(),
  number: z.string(),
  typeCode: z.string(),
  typeLabel: z.string(),
  applicantKind: oneOf(SUBJECT_KINDS),
  applicantName: z.string(),
  email: z.string(),
  submittedAt: z.int(),
  decidedAt: z.int().nullable(),
  state: oneOf(APPLICATION_STATES),
  outcome: oneOf(OUTCOMES).nullable(),
  reviewMode: oneOf(REVIEW_MODES),
  doubts: z.int(),
  contradictions: z.int(),
  issueState: oneOf(ISSUE_STATES).nullable(),
  standing: z.enum(['valid', 'revoked', 'replaced']).nullable(),
  expiresOn: day.nullable(),
  returnedAt: z.int().nullable(),
  memberMs: z.int(),
});
export type ApplicationLine = z.infer<typeof applicationLineRow>;

/** A row of 我的证明: besides, what tells one letter of a type from another. */
const ownLineRow = applicationLineRow.extend({ purpose: z.string() });
export type OwnLine = z.infer<typeof ownLineRow> & { lawyers: NamedLawyers };

/** A row of the review desk: besides, what says how it may be approved (0 or 1 where it is yes or no). */
const queueLineRow = applicationLineRow.extend({
  typeMode: oneOf(REVIEW_MODES),
  ruleSet: z.string(),
  hasFreeText: z.int(),
  hasFiles: z.int(),
  contentHash: z.string(),
});
export type QueueLine = z.infer<typeof queueLineRow>;
export interface ApplicationFilter {
  cursor?: string | undefined;
  limit?: number | undefined;
  type?: string | undefined;
  /** Submitted from–to, yyyy-MM-dd in Asia/Shanghai, both days included. */
  from?: string | undefined;
  to?: string | undefined;
  state?: ApplicationState | undefined;
  /** How the issued certificate stands today. */
  standing?: CertificateStanding | undefined;
  outcome?: Outcome | undefined;
  /** Of one's own: any part of number, purpose, or of a lawyer named. Of the desk: 编号 or the applicant's name (`byApplicant`). */
  search?: string | undefined;
  order: 'newest' | 'oldest';
}
export interface QueueFilter extends ApplicationFilter {
  mode?: ReviewMode | undefined;
  issue?: IssueState | undefined;
  /** Waiting for at least so long. */
  waited?: keyof typeof WAITED | undefined;
  /** Waiting, and opened last by that reviewer. */
  attendedBy?: number | undefined;
  /** Waiting, by what was found at worst. */
  doubts?: Doubts | undefined;
  /** The list is of one firm or lawyer; both are given, or neither. */
  applicantKind?: SubjectKind | undefined;
  applicantId?: number | undefined;
  /** Waiting, and to be approved in that way. */
  way?: ApprovalWay | undefined;
}

/** Ages by which reviewers sort what waits. */
const WAITED_MS = { '4h': 4 * HOUR_MS, '1d': 24 * HOUR_MS, '3d': 72 * HOUR_MS };

/** The doubts are counted with the contradictions among them. */
const AT_WORST: Record<Doubts, string> = {
  none: 'a.doubts = 0',
  some: 'a.doubts > 0 AND a.contradictions = 0',
  contradicted: 'a.contradictions > 0',
};

const COLUMNS = `a.id, a.number, y.code AS typeCode, y.label AS typeLabel, a.applicant_kind AS applicantKind,
  a.applicant_name AS applicantName, a.email, a.submitted_at AS submittedAt, a.decided_at AS decidedAt, a.state, a.outcome,
  a.review_mode AS reviewMode, a.doubts, a.contradictions, a.issue_state AS issueState, a.standing, a.expires_on AS expiresOn,
  a.returned_at AS returnedAt, a.member_ms AS memberMs`;
const OWN_COLUMNS = `${COLUMNS}, a.purpose`;
const HAS_FILES = "EXISTS (SELECT 1 FROM uploads u WHERE u.owner_kind = 'application' AND u.owner_id = a.id)";
const QUEUE_COLUMNS = `${COLUMNS}, y.review_mode AS typeMode, y.rule_set AS ruleSet, a.free_text <> '' AS hasFreeText,
  ${HAS_FILES} AS hasFiles, a.content_hash AS contentHash`;
/** Every application has one type: counting needs no join. */
const COUNTED = 'applications a';
const FROM = `${COUNTED} JOIN certificate_types y ON y.id = a.type_id`;

const ofApplicant = (kind: SubjectKind, id: number): Condition => ({
  sql: 'a.applicant_kind = ? AND a.applicant_id = ?',
  values: [kind, id],
});

/** A member's own applications: 我的证明. */
export async function listOwnApplications(actor: MemberActor, filter: ApplicationFilter): Promise<ListPage<OwnLine>> {
  const applicant = memberIdOf(actor);
  const where = [ofApplicant(applicant.kind, applicant.id)];
  if (filter.search) where.push(searchOwn(applicant, filter.search));
  // By its index alone, unless it is looked through for words.
  const how = filter.search ? {} : { read: selectAlike };
  const found = await page({ row: ownLineRow, columns: OWN_COLUMNS, ...how }, filter, where);
  return { ...found, items: await withLawyers(actor, found.items, filter.search) };
}

/** The few that a member applied for last, without a total. */
export async function readLatest(actor: MemberActor, count: number): Promise<OwnLine[]> {
  const applicant = memberIdOf(actor);
  const { sql, values } = ofApplicant(applicant.kind, applicant.id);
  const rows = await select(
    ownLineRow,
    `SELECT ${OWN_COLUMNS} FROM ${FROM} WHERE ${sql} ORDER BY a.submitted_at DESC, a.id DESC LIMIT ?`,
    [...values, count],
  );
  return withLawyers(actor, rows);
}

async function withLawyers(
  actor: MemberActor,
  rows: readonly z.infer<typeof ownLineRow>[],
  typed?: string,
): Promise<OwnLine[]> {
  // A lawyer's own letters all speak of the one lawyer; nothing that shows them names anybody.
  if (actor.kind === 'lawyer') return rows.map((row) => ({ ...row, lawyers: NOBODY_NAMED }));
  const lawyersOf = await readNamedLawyers(
    rows.map(({ id }) => id),
    typed,
  );
  return rows.map((row) => ({ ...row, lawyers: lawyersOf(row.id) }));
}

/** Everybody's applications: the review desk and 证明管理. */
export async function listQueue(filter: QueueFilter): Promise<ListPage<QueueLine>> {
  const where: Condition[] = [];
  if (filter.applicantKind && filter.applicantId) {
    where.push(ofApplicant(filter.applicantKind, filter.applicantId));
  }
  if (filter.mode) where.push({ sql: 'a.review_mode = ?', values: [filter.mode] });
  if (filter.issue) where.push({ sql: 'a.issue_state = ?', values: [filter.issue] });
  // Both speak of what waits: by the index over the state, however many have been decided.
  if (filter.waited) {
    const since =
      filter.waited === 'overdue' ? (await readOverdueBefore()) - 1 : clock.now() - WAITED_MS[filter.waited];
    where.push({
      // The first of both is found by index; the time it waited for its member is nobody's delay.
      sql: "a.state = 'pending' AND a.submitted_at <= ? AND a.submitted_at + a.member_ms <= ?",
      values: [since, since],
    });
  }
  if (filter.attendedBy !== undefined) {
    where.push({ sql: "a.state = 'pending' AND a.attended_by_id = ?", values: [filter.attendedBy] });
  }
  if (filter.doubts) {
    where.push({ sql: `a.state = 'pending' AND ${AT_WORST[filter.doubts]}`, values: [] });
  }
  if (filter.way) where.push(inWay(filter.way));
  if (filter.search) {
    const number = toHalfWidth(filter.search).replace(/\s/g, '');
    where.push(/^\d{6,}$/.test(number) ? { sql: 'a.number = ?', values: [number] } : await byApplicant(filter.search));
  }
  return page({ row: queueLineRow, columns: QUEUE_COLUMNS }, filter, where);
}

const APPLICANT = { kind: 'a.applicant_kind', id: 'a.applicant_id', name: 'a.applicant_name' };

/** Whose name begins so; where nobody's does, whose name holds it anywhere. */
async function byApplicant(typed: string): Promise<Condition> {
  const begins = await startsWithInList(COUNTED, APPLICANT.name, toPlainName(typed));
  return (begins.areNone ? await ofMemberNamed(APPLICANT, typed) : begins).where;
}

/** The filter as its reader means it: what is his or her own, by the account. */
export function inScope<Filter extends { scope?: keyof typeof QUEUE_SCOPES | undefined }>(
  actor: StaffActor,
  { scope, ...filter }: Filter,
): Omit<Filter, 'scope'> & { attendedBy?: number } {
  return { ...filter, ...(scope === 'mine' && { attendedBy: actor.accountId }) };
}

/** What way-of-approval.ts#wayOf says of what waits, as a condition. */
function inWay(way: ApprovalWay): Condition {
  if (way === 'desk') return { sql: "a.state = 'pending' AND a.doubts > 0", values: [] };
  const manual = inList(MANUAL_SETS);
  const checked = `a.free_text = '' AND NOT ${HAS_FILES} AND a.type_id IN
    (SELECT id FROM certificate_types WHERE review_mode = 'automatic' AND rule_set NOT IN ${manual.sql})`;
  const sql = `a.state = 'pending' AND a.doubts = 0 AND ${way === 'batch' ? '' : 'NOT '}(${checked})`;
  return { sql, values: manual.values };
}

async function page<Line extends ApplicationLine>(
  read: Pick<ListQuery<Line>, 'row' | 'columns' | 'read'>,
  filter: ApplicationFilter,
  owner: Condition[],
): Promise<ListPage<Line>> {
  const where = [...owner];
  if (filter.type) {
    where.push({ sql: 'a.type_id = (SELECT id FROM certificate_types WHERE code = ?)', values: [filter.type] });
  }
  if (filter.state) where.push({ sql: 'a.state = ?', values: [filter.state] });
  if (filter.outcome) where.push({ sql: 'a.outcome = ?', values: [filter.outcome] });
  if (filter.standing) where.push(standingNow(filter.standing));
  if (filter.from) where.push({ sql: 'a.submitted_at >= ?', values: [startOfShanghaiDay(filter.from)] });
  if (filter.to) where.push({ sql: 'a.submitted_at < ?', values: [endOfShanghaiDay(filter.to)] });
  return selectPage({
    ...read,
    from: FROM,
    counted: COUNTED,
    where,
    order: { by: 'a.submitted_at', id: 'a.id', direction: filter.order === 'newest' ? 'descending' : 'ascending' },
    cursor: filter.cursor,
    limit: filter.limit,
  });
}

/** What standing.ts#standingOf says of a document that is there, as a condition. */
function standingNow(standing: CertificateStanding): Condition {
  const today = clock.today();
  const stored = (kept: string) => `a.standing = '${kept}' AND a.issue_state = 'issued'`;
  switch (standing) {
    case 'valid':
      return { sql: `${stored('valid')} AND (a.expires_on IS NULL OR a.expires_on >= ?)`, values: [today] };
    case 'expired':
      return { sql: `${stored('valid')} AND a.expires_on < ?`, values: [today] };
    default:
      return { sql: stored(standing), values: [] };
  }
}

/** More than there are reviewers at work in one office. */
const CANDIDATES = 8;

/** What waits after this application, oldest first, and from the beginning again after the last; a few of them. */
export async function listNextPending(after: { id: number; submittedAt: number }): Promise<number[]> {
  const waiting = async (sql: string, values: unknown[]) =>
    select(
      idRow,
      `SELECT id FROM applications WHERE state = 'pending' AND id <> ? AND ${sql} ORDER BY submitted_at, id LIMIT ?`,
      [after.id, ...values, CANDIDATES],
    );
  const { submittedAt, id } = after;
  const later = await waiting('submitted_at >= ? AND (submitted_at > ? OR id > ?)', [submittedAt, submittedAt, id]);
  const rows = later.length > 0 ? later : await waiting('submitted_at <= ?', [submittedAt]);
  return rows.map((row) => row.id);
}
