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
  const [mark, confirmed] = await Promise.all([readMark(actor), readConfirmed(actor, rows)]);
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

export async function readMark({ accountId }: MemberActor): Promise<ReadMark> {
  return (await AnnouncementMark.findOne({ where: { accountId } })) ?? unmarked(clock.now());
}

const confirmedRow = z.strictObject({ id: z.int() });

/** Ids of those that the member has confirmed as they stand now. */
export async function readConfirmed(actor: MemberActor, rows: readonly Candidate[]): Promise<ReadonlySet<number>> {
  const ids = rows.filter(({ mustConfirm }) => mustConfirm === 1).map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const { kind, id } = memberIdOf(actor);
  const list = inList(ids);
  const confirmed = await select(
    confirmedRow,
    `SELECT c.announcement_id AS id FROM announcement_confirmations c
     JOIN announcements n ON n.id = c.announcement_id AND n.round = c.round
     WHERE c.member_kind = ? AND c.member_id = ? AND c.announcement_id IN ${list.sql}`,
    [kind, id, ...list.values],
  );
  return new Set(confirmed.map((row) => row.id));
}
