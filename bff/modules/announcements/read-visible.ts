import { z } from 'zod';
import { memberIdOf, type MemberActor } from '../../actor.ts';
import { ANNOUNCEMENT_CATEGORIES } from '../../contract/announcements/enums.ts';
import type { AnnouncementItem } from '../../contract/announcements/replies.ts';
import { toIso, toShanghaiDate } from '../../contract/dates.ts';
import type { Eligibility } from '../../contract/eligibility/schemas.ts';
import { oneOf } from '../../contract/reply-parts.ts';
import { clock } from '../../platform/clock/clock.ts';
import { select } from '../../platform/db/database.ts';
import { inList, type Condition } from '../../platform/db/keyset.ts';
import { flag } from '../../platform/db/rows.ts';
import { judgeMembers } from '../eligibility/judge-members.ts';
import { AnnouncementMark } from './model.ts';
import { isRead, unmarked, type ReadMark } from './rules.ts';

export const candidateRow = z.strictObject({
  id: z.int(),
  title: z.string(),
  category: oneOf(ANNOUNCEMENT_CATEGORIES),
  mustConfirm: flag,
  round: z.int(),
  publishedAt: z.int(),
  askedAt: z.int(),
  remindedAt: z.int().nullable(),
  pinnedUntil: z.int().nullable(),
  eligibility: z.string().nullable(),
});
/** An announcement that is out, for members of one's kind; whether it is for oneself is judged. */
export type Candidate = z.infer<typeof candidateRow>;

export const CANDIDATE_COLUMNS = `n.id, n.title, n.category, n.must_confirm AS mustConfirm, n.round,
  n.published_at AS publishedAt, n.asked_at AS askedAt, n.reminded_at AS remindedAt, n.pinned_until AS pinnedUntil,
  n.eligibility`;

/** What is out, for members of this kind. */
export function shownTo(actor: MemberActor, now: number): Condition[] {
  return [
    { sql: "n.state = 'published' AND n.published_at <= ?", values: [now] },
    { sql: 'n.valid_until IS NULL OR n.valid_until > ?', values: [now] },
    { sql: "n.audience IN ('everybody', ?)", values: [actor.kind] },
  ];
}

/** Those of them that are for this member: facts are read once, however many there are. */
export async function forMember<Row extends { eligibility: string | null }>(
  actor: MemberActor,
  rows: readonly Row[],
): Promise<Row[]> {
  if (rows.every(({ eligibility }) => eligibility === null)) return [...rows];
  const member = memberIdOf(actor);
  const judges = await judgeMembers({
    eligibilities: rows.map(({ eligibility }) =>
      // Written by the contract's schema alone.
      eligibility === null ? null : (JSON.parse(eligibility) as Eligibility),
    ),
    members: [member],
    on: toShanghaiDate(clock.now()),
  });
  return rows.filter((_row, at) => judges[at]?.(member).length === 0);
}

/** What this account has read of them. */
export async function withMarks(actor: MemberActor, rows: readonly Candidate[]): Promise<AnnouncementItem[]> {
  const { mark, confirmed } = await readMarks(actor, rows);
  const now = clock.now();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    category: row.category,
    mustConfirm: row.mustConfirm === 1,
    publishedAt: toIso(row.publishedAt),
    isPinned: (row.pinnedUntil ?? 0) > now,
    isRead: isRead({ id: row.id, mustConfirm: row.mustConfirm === 1, askedAt: row.askedAt }, { mark, confirmed }),
  }));
}

/** `seenAt` and `opened` of the mark of the account, or `id` of an announcement that the member has confirmed. */
const markRow = z.strictObject({ id: z.int(), seenAt: z.int(), opened: z.string().nullable() });

/** How far the account has read, and what the member has confirmed: one statement, every home page asks. */
async function readMarks(actor: MemberActor, rows: readonly Candidate[]) {
  const confirmations = confirmedOf(actor, rows);
  const found = await select(
    markRow,
    `SELECT 0 AS id, seen_at AS seenAt, opened FROM announcement_marks WHERE account_id = ?
     ${confirmations ? `UNION ALL SELECT c.announcement_id, 0, NULL ${confirmations.sql}` : ''}`,
    [actor.accountId, ...(confirmations?.values ?? [])],
  );
  const marked = found.find(({ id }) => id === 0);
  const mark: ReadMark = marked
    ? // Written by `opening` and `seeing` alone.
      { seenAt: marked.seenAt, opened: JSON.parse(marked.opened ?? '{}') as ReadMark['opened'] }
    : unmarked(clock.now());
  return { mark, confirmed: new Set(found.flatMap(({ id }) => (id === 0 ? [] : [id]))) };
}

export async function readMark({ accountId }: MemberActor): Promise<ReadMark> {
  return (await AnnouncementMark.findOne({ where: { accountId } })) ?? unmarked(clock.now());
}

const confirmedRow = z.strictObject({ id: z.int() });

/** Ids of those that the member has confirmed as they stand now. */
export async function readConfirmed(actor: MemberActor, rows: readonly Candidate[]): Promise<ReadonlySet<number>> {
  const confirmations = confirmedOf(actor, rows);
  if (!confirmations) return new Set();
  const confirmed = await select(
    confirmedRow,
    `SELECT c.announcement_id AS id ${confirmations.sql}`,
    confirmations.values,
  );
  return new Set(confirmed.map((row) => row.id));
}

/** Confirmations (`c`) of these by the member; null: none of them asks for it. */
function confirmedOf(actor: MemberActor, rows: readonly Candidate[]): Condition | null {
  const ids = rows.filter(({ mustConfirm }) => mustConfirm === 1).map(({ id }) => id);
  if (ids.length === 0) return null;
  const { kind, id } = memberIdOf(actor);
  const list = inList(ids);
  return {
    sql: `FROM announcement_confirmations c JOIN announcements n ON n.id = c.announcement_id AND n.round = c.round
      WHERE c.member_kind = ? AND c.member_id = ? AND c.announcement_id IN ${list.sql}`,
    values: [kind, id, ...list.values],
  };
}
