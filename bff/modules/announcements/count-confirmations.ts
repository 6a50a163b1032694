import { z } from 'zod';
import type { Confirmations } from '../../contract/announcements/replies.ts';
import { toShanghaiDate } from '../../contract/dates.ts';
import { SUBJECT_KINDS } from '../../contract/registry/enums.ts';
import { oneOf } from '../../contract/reply-parts.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { select } from '../../platform/db/database.ts';
import { keyOfMember, type Member } from '../eligibility/atom.ts';
import { judgeMembers } from '../eligibility/judge-members.ts';
import { Announcement } from './model.ts';

/** So many members are judged together: the facts of more of them would make one statement too long. */
const AT_ONCE = 1_000;
/** Firms that the page shows: whom to call first. */
const FIRMS_SHOWN = 100;

const memberRow = z.strictObject({
  position: z.int(),
  kind: oneOf(SUBJECT_KINDS),
  id: z.int(),
  firmId: z.int().nullable(),
  firmName: z.string(),
});
type MemberRow = z.infer<typeof memberRow>;
const confirmedRow = z.strictObject({ kind: oneOf(SUBJECT_KINDS), id: z.int() });

interface FirmCount {
  id: number | null;
  name: string;
  asked: number;
  confirmed: number;
}

/**
 * How many of those whom an announcement is for have confirmed it as it stands now, by firm. Whom it is for is reckoned
 * here, member by member: nothing is kept of it. Throws `not_found`, `wrong_state` for one that need not be confirmed.
 */
export async function countConfirmations(id: number): Promise<Confirmations> {
  const announcement = await Announcement.findByPk(id);
  if (!announcement) throw new AppError('not_found');
  if (!announcement.mustConfirm) throw new AppError('wrong_state', { message: '该公告不须确认，没有确认统计' });
  const confirmed = await readConfirmed(announcement);
  const firms = new Map<number | null, FirmCount>();
  for await (const members of audienceOf(announcement)) {
    for (const { kind, id: memberId, firmId, firmName } of members) {
      const firm = firms.get(firmId) ?? { id: firmId, name: firmName, asked: 0, confirmed: 0 };
      firm.asked += 1;
      if (confirmed.has(keyOfMember({ kind, id: memberId }))) firm.confirmed += 1;
      firms.set(firmId, firm);
    }
  }
  const all = [...firms.values()];
  const missing = (firm: FirmCount) => firm.asked - firm.confirmed;
  return {
    asked: all.reduce((sum, { asked }) => sum + asked, 0),
    confirmed: all.reduce((sum, firm) => sum + firm.confirmed, 0),
    firms: all.sort((a, b) => missing(b) - missing(a) || a.name.localeCompare(b.name)).slice(0, FIRMS_SHOWN),
    firmCount: all.length,
  };
}

async function readConfirmed({ id, round }: Announcement): Promise<ReadonlySet<string>> {
  const rows = await select(
    confirmedRow,
    `SELECT member_kind AS kind, member_id AS id FROM announcement_confirmations
     WHERE announcement_id = ? AND round = ?`,
    [id, round],
  );
  return new Set(rows.map((row) => keyOfMember(row)));
}

/** Everybody with an account whom it is for, some at a time. */
async function* audienceOf({ audience, eligibility }: Announcement): AsyncGenerator<MemberRow[]> {
  const kinds = audience === 'everybody' ? ['firm', 'lawyer'] : [audience, audience];
  for (let position = 0; ;) {
    const rows = await select(
      memberRow,
      `SELECT a.id AS position, a.kind, COALESCE(a.firm_id, a.lawyer_id) AS id,
         COALESCE(a.firm_id, l.firm_id) AS firmId, COALESCE(f.name, '') AS firmName
       FROM accounts a LEFT JOIN lawyers l ON l.id = a.lawyer_id
         LEFT JOIN firms f ON f.id = COALESCE(a.firm_id, l.firm_id)
       WHERE a.id > ? AND a.is_closed = 0 AND a.kind IN (?, ?) ORDER BY a.id LIMIT ?`,
      [position, ...kinds, AT_ONCE],
    );
    const last = rows.at(-1);
    if (!last) return;
    position = last.position;
    const members: Member[] = rows.map(({ kind, id }) => ({ kind, id }));
    const [judge] = await judgeMembers({
      eligibilities: [eligibility],
      members,
      on: toShanghaiDate(clock.now()),
    });
    yield rows.filter(({ kind, id }) => judge?.({ kind, id }).length === 0);
  }
}
